import "server-only";
import { officialDoor } from "@/lib/door/doors";
import { callDoor, loadDoor } from "@/lib/door/session";
import type { Sheet } from "@/lib/dossier/sheet";
import { readSheet, sheetAnswer } from "@/lib/dossier/sheet-answer";
import { comparisonAnswer, councilAnswer, councilsAnswer, type Dossier, dossierAnswer, officialDossiersAnswer, ownSheetAnswer } from "@/lib/dossier/types";
import { dossierFilters, type DossierQuery, dossiersPerPage } from "./query";

const path = (id: string, rest = "") => `/official/dossiers/${encodeURIComponent(id)}${rest}`;

/** What the officials' pages read of dossiers and councils. `here` is the page to come back to after a login. */
export const loadDossiers = (query: DossierQuery, here: string) =>
  loadDoor(officialDoor, {
    path: "/official/dossiers",
    query: { ...dossierFilters(query), limit: dossiersPerPage, offset: (query.page - 1) * dossiersPerPage },
    schema: officialDossiersAnswer,
    here,
  });

export async function loadDossier(id: string, here: string): Promise<Dossier> {
  return (await loadDoor(officialDoor, { path: path(id), schema: dossierAnswer, here })).dossier;
}

export async function loadCriteria(id: string, here: string): Promise<Sheet> {
  return readSheet(await loadDoor(officialDoor, { path: path(id, "/criteria"), schema: sheetAnswer, here }));
}

export const loadOwnSheet = (id: string, here: string) => loadDoor(officialDoor, { path: path(id, "/sheet"), schema: ownSheetAnswer, here });

/** An answer, because "hand in your own sheet first" (403) is a page of its own. */
export const askComparison = (id: string, here: string) => callDoor(officialDoor, { path: path(id, "/comparison"), schema: comparisonAnswer, here });

export const askCouncils = (here: string) => callDoor(officialDoor, { path: "/official/councils", query: { limit: 100 }, schema: councilsAnswer, here });

export async function loadCouncil(id: string, here: string) {
  return (await loadDoor(officialDoor, { path: `/official/councils/${encodeURIComponent(id)}`, schema: councilAnswer, here })).council;
}
