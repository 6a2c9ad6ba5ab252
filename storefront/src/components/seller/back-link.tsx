import { Icon } from "@/components/ui/icon";
import { Link } from "@/i18n/link";

export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="-my-2 inline-flex min-h-12 items-center gap-2 self-start text-link">
      <Icon name="back" className="size-5" />
      {children}
    </Link>
  );
}
