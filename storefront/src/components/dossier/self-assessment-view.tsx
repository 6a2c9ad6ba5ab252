import { useTranslations } from "next-intl";
import { pointsOf, type Sheet } from "@/lib/dossier/sheet";
import type { Attachment, SelfAssessment } from "@/lib/dossier/types";
import { FileLink } from "./attachment-list";

type Props = { door: "seller" | "official"; dossierId: string; sheet: Sheet; given: SelfAssessment; attachments: readonly Attachment[] };

/** The producer's own points, criterion by criterion, with the reason and the papers given for each. */
export function SelfAssessmentView({ door, dossierId, sheet, given, attachments }: Props) {
  const t = useTranslations("dossier.sheet");
  return (
    <div className="flex flex-col gap-4 pb-4">
      {sheet.groups.map((group) => (
        <div key={group.no}>
          <h3 className="text-indigo-800">
            {group.no}. {group.title}
          </h3>
          <ul>
            {group.criteria.map((criterion) => {
              const answer = given[criterion.no];
              const option = criterion.options.find(({ index }) => index === answer?.option);
              const files = attachments.filter((file) => file.criterion === criterion.no);
              return (
                <li key={criterion.no} className="border-t border-line py-1.5">
                  <p>
                    {criterion.no} {criterion.title}:{" "}
                    <strong className="font-semibold whitespace-nowrap">
                      {typeof answer?.option === "number" ? t("pointsOf", { points: pointsOf(criterion, answer.option), max: criterion.max }) : t("notAnswered")}
                    </strong>
                  </p>
                  {option?.text ? <p className="text-sm text-ink-soft">{option.text}</p> : null}
                  {answer?.description ? <p className="text-sm whitespace-pre-line">{answer.description}</p> : null}
                  {files.map((file) => (
                    <FileLink key={file.id} door={door} dossierId={dossierId} file={file} />
                  ))}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}
