/** Photographs of a draft, kept in the phone's own database until the listing is sent. */
export type StoredPhoto = { localId: string; draft: string; blob: Blob; filename: string; mediaId: string | null };

const database = "cho-phien-drafts";
const store = "photos";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "localId" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<T>(mode: IDBTransactionMode, act: (photos: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(store, mode);
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

/** False when the phone cannot keep it (private window, full storage): the photo then lives as long as the page. */
export async function keepPhoto(photo: StoredPhoto): Promise<boolean> {
  try {
    await run("readwrite", (photos) => photos.put(photo));
    return true;
  } catch {
    return false;
  }
}

/** The photos of one draft in the order they were taken. */
export async function keptPhotos(draft: string): Promise<StoredPhoto[]> {
  try {
    const all = await run<StoredPhoto[]>("readonly", (photos) => photos.getAll());
    return all.filter((photo) => photo.draft === draft).sort((a, b) => a.localId.localeCompare(b.localId));
  } catch {
    return [];
  }
}

export async function forgetPhoto(localId: string): Promise<void> {
  await run("readwrite", (photos) => photos.delete(localId)).catch(() => undefined);
}
