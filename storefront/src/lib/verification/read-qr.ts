/** Chrome on Android reads QR codes itself (Shape Detection API); TypeScript does not know it yet. */
type Detector = { detect(image: ImageBitmapSource): Promise<{ rawValue: string }[]> };
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };

/** Widths at which a photograph is looked at: a phone's full picture hides the code in its noise. */
const widths = [1000, 1800, 600, 1400];

export async function hasOwnReader(): Promise<boolean> {
  const Detector = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats = Detector ? await Detector.getSupportedFormats().catch((): string[] => []) : [];
  return formats.includes("qr_code");
}

/** The text of the QR code in a photograph; null when none is found. The picture never leaves the device. */
export async function readQr(photo: Blob): Promise<string | null> {
  const picture = await createImageBitmap(photo, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return null;
  if (await hasOwnReader()) {
    const Detector = (globalThis as unknown as { BarcodeDetector: DetectorClass }).BarcodeDetector;
    const [found] = await new Detector({ formats: ["qr_code"] }).detect(picture).catch((): { rawValue: string }[] => []);
    if (found) return found.rawValue;
  }
  const { default: jsQr } = await loadReader();
  for (const wanted of widths) {
    const width = Math.min(wanted, picture.width);
    const height = Math.max(1, Math.round((picture.height * width) / picture.width));
    const pixels = pixelsOf(picture, width, height);
    const found = pixels && jsQr(pixels, width, height);
    if (found?.data) return found.data;
  }
  return null;
}

/** Fetched when it is first wanted, and only where the browser can't read codes itself. */
export function loadReader() {
  return import("jsqr");
}

function pixelsOf(picture: ImageBitmap, width: number, height: number): Uint8ClampedArray | null {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(picture, 0, 0, width, height);
  return context?.getImageData(0, 0, width, height).data ?? null;
}
