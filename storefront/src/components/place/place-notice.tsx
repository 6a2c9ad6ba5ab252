"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { placeInside } from "@/lib/format/place";
import type { Candidate, OldPlace, PlaceOption, ReadAddress } from "@/lib/place/types";

/** What the picker has to say about the last choice or the last pasted line. */
export type PlaceNews =
  | { kind: "old"; old: OldPlace; now: PlaceOption }
  | { kind: "oldProvince"; old: string; now: PlaceOption }
  | { kind: "line"; reading: ReadAddress; text: string }
  | { kind: "reading" }
  | { kind: "failed"; line: string };

type Props = { news: PlaceNews | null; onChoose: (candidate: Candidate) => void };

/** Beyond this the list below the field serves better than a wall of buttons. */
const MOST_BUTTONS = 8;

/** Says what was understood, and lets the reader choose where the words allow more than one place. */
export function PlaceNotice({ news, onChoose }: Props) {
  const t = useTranslations("place.picker");
  const box = (tone: "good" | "warning" | "info" | "bad", title: string, text = "", candidates: readonly Candidate[] = []) => (
    <Notice tone={tone} title={title}>
      {text ? <p>{text}</p> : null}
      {candidates.length > 0 && candidates.length <= MOST_BUTTONS ? (
        <ul className="mt-2 flex flex-col gap-2">
          {candidates.map((candidate) => (
            <li key={`${candidate.commune.code} ${candidate.oldName ?? ""}`}>
              <Button variant="secondary" size="large" wide className="justify-start text-start" onClick={() => onChoose(candidate)} data-testid="place-candidate">
                <span>
                  {candidate.commune.label}, {placeInside(candidate.province.label)}
                  {candidate.oldName ? <span className="block text-sm font-normal text-ink-soft">{t("fromOld", { old: candidate.oldName })}</span> : null}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
  return (
    <div role="status" data-testid="place-news" data-kind={news?.kind === "line" ? news.reading.confidence : news?.kind} className={news ? "mt-3" : ""}>
      {news === null ? null : content(news)}
    </div>
  );

  function content(shown: PlaceNews) {
    switch (shown.kind) {
      case "reading":
        return box("info", t("reading"));
      case "failed":
        return box("bad", t("failed"), `“${shown.line}”`);
      case "oldProvince":
        return box("info", t("becameProvince", { old: shown.old, now: placeInside(shown.now.label) }));
      case "old": {
        const { old, now } = shown;
        const names = { old: old.commune, where: placeInside(old.district), now: placeInside(now.label) };
        return old.certain ? box("info", t("became", names)) : box("warning", t("divided", names));
      }
      case "line":
        return line(shown.reading, shown.text);
    }
  }

  function line(reading: ReadAddress, text: string) {
    const { commune, province, oldName, rest, candidates, ifOld } = reading;
    const understood = [commune?.label, province && (commune ? placeInside(province.label) : province.label)].filter(Boolean).join(", ");
    switch (reading.confidence) {
      case "exact":
        return box(ifOld.length > 0 ? "warning" : "good", t("understood", { place: understood }), ifOld.length > 0 ? t("ifOld") : restLine(rest), ifOld);
      case "resolved":
        return box("info", t("lineBecame", { old: oldName ?? "", now: understood }), restLine(rest));
      case "ambiguous": {
        const divided = candidates.find((candidate) => candidate.oldName)?.oldName;
        return box("warning", t("which"), divided ? t("whichOld", { old: divided }) : restLine(rest), candidates);
      }
      case "partial":
        return box("warning", understood ? t("onlyProvince", { place: understood }) : t("chooseCommune"), oldName ? t("partOf", { old: oldName }) : "", candidates);
      case "none":
        return box("warning", t("nothing"), t("nothingText", { line: text }));
    }
  }

  function restLine(rest: string): string {
    return rest ? t("rest", { rest }) : t("check");
  }
}
