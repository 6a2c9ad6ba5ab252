import { officialDoor } from "@/lib/door/doors";
import { fetchDoorFile, passFile } from "@/lib/door/pass-file";

const files: Record<string, string> = {
  "mau.xlsx": "/official/official-lists/template.xlsx",
  "so.xlsx": "/official/register.xlsx",
  "so.csv": "/official/register.csv",
  "so.json": "/official/register.json",
  "ptnt.xlsx": "/official/register.xlsx?profile=ptnt",
  "ptnt.csv": "/official/register.csv?profile=ptnt",
  "ptnt.json": "/official/register.json?profile=ptnt",
};

/** The template and the register as files: fetched with the official's token and passed on as they are. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const path = files[(await params).name];
  if (!path) return new Response(null, { status: 404 });
  const answer = await fetchDoorFile(officialDoor, path);
  return answer ? passFile(answer) : new Response(null, { status: 401 });
}
