import NextLink from "next/link";
import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { localeHref } from "./locale-href";

type Props = Omit<ComponentProps<typeof NextLink>, "href"> & { href: string };

/** A link that stays in the reader's language. Nothing is fetched before it is tapped: data costs money. */
export function Link({ href, prefetch = false, ...rest }: Props) {
  return <NextLink href={localeHref(useLocale(), href)} prefetch={prefetch} {...rest} />;
}
