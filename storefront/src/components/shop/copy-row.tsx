import { CopyButton } from "@/components/ui/copy-button";

type Props = { label: string; /** As it is read. */ shown: string; /** As it is pasted. */ text: string; testId: string; /** Long and less often typed. */ small?: boolean };

/** Something to type into a banking app: large enough to read in the sun, its button beside it on the narrowest phone too. */
export function CopyRow({ label, shown, text, testId, small = false }: Props) {
  return (
    <div className="flex items-center justify-between gap-2">
      <div className="min-w-0">
        <p className="text-sm text-ink-soft">{label}</p>
        <strong className={`leading-tight break-words ${small ? "text-xl" : "text-[1.42rem]"}`}>{shown}</strong>
      </div>
      <CopyButton text={text} what={label} stacked data-testid={testId} />
    </div>
  );
}
