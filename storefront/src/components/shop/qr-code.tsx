type Props = { /** From `qrPath`, worked out on the server: the encoder is not sent to phones. */ code: { path: string; size: number }; label: string };

/** A QR as wide as its place, black on white in both themes: a scanner in sunlight needs the contrast. */
export function QrCode({ code: { path, size }, label }: Props) {
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className="block h-auto w-full" shapeRendering="crispEdges" role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
