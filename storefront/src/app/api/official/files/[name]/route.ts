import { backendUrl } from "@/lib/backend";
import { officialDoor } from "@/lib/door/doors";
import { doorToken } from "@/lib/door/session";

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
  const token = await doorToken(officialDoor);
  if (!token) return new Response(null, { status: 401 });
  const answer = await fetch(new URL(path, backendUrl()), { cache: "no-store", headers: { authorization: `Bearer ${token}` } }).catch(() => null);
  if (!answer) return new Response(null, { status: 502 });
  const passed = ["content-type", "content-disposition", "x-content-type-options"].flatMap((name): [string, string][] => {
    const value = answer.headers.get(name);
    return value ? [[name, value]] : [];
  });
  return new Response(answer.body, { status: answer.status, headers: [...passed, ["cache-control", "no-store"]] });
}
