/** `/en/tim-kiem` for `/tim-kiem` and back. `pathname` is what stands in the address bar. */
export function otherLanguagePath(pathname: string, locale: string): string {
  if (locale === "vi") {
    const bare = pathname.replace(/^\/vi(?=\/|$)/, "");
    return bare === "" || bare === "/" ? "/en" : `/en${bare}`;
  }
  return pathname.replace(/^\/en(?=\/|$)/, "") || "/";
}
