import { officialDoor } from "@/lib/door/doors";
import { fetchDoorFile, passFile } from "@/lib/door/pass-file";
import { readRegisterQuery, registerSearch } from "@/lib/official/register-query";

const files: Record<string, string> = {
  "mau.xlsx": "/official/official-lists/template.xlsx",
  "so.xlsx": "/official/register.xlsx",
  "so.csv": "/official/register.csv",
  "so.json": "/official/register.json",
  "ptnt.xlsx": "/official/register.xlsx?profile=ptnt",
  "ptnt.csv": "/official/register.csv?profile=ptnt",
  "ptnt.json": "/official/register.json?profile=ptnt",
};

/**
 * The template and the register as files: fetched with the official's token and passed on as they are.
 * `so.*` takes the filters of the register's page and holds what they leave.
 */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const path = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!path) return new Response(null, { status: 404 });
  const asked = name.startsWith("so.") ? registerSearch({ ...readRegisterQuery(Object.fromEntries(new URL(request.url).searchParams)), page: 1 }) : "";
  const answer = await fetchDoorFile(officialDoor, path + asked);
  return answer ? passFile(answer) : new Response(null, { status: 401 });
}
