import { officialDoor } from "@/lib/door/doors";
import { passOn } from "@/lib/door/pass-on";
import { dossierPath } from "@/lib/dossier/proxy-path";

/** A file is 10 MiB at most; the backend says so in words, this only stops what is far beyond. */
const largestBytes = 12 * 1024 * 1024;

type Context = { params: Promise<{ path: string[] }> };

/** Saves, acts, files and documents of a dossier between the browser and the API. */
async function handle(request: Request, { params }: Context): Promise<Response> {
  const path = dossierPath(request.method, (await params).path, new URL(request.url).searchParams);
  if (!path) return new Response(null, { status: 404 });
  return passOn(request, { door: officialDoor, path: `/official/dossiers/${path}`, largestBytes });
}

export { handle as DELETE, handle as GET, handle as POST };
