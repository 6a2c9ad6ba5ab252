import { Button } from "@/components/ui/button";
import type { Door } from "@/lib/door/doors";
import { logOut } from "@/lib/door/login-actions";

export function LogOutForm({ door, label, wide = false }: { door: Door; label: string; wide?: boolean }) {
  return (
    <form action={logOut}>
      <input type="hidden" name="door" value={door.name} />
      <Button type="submit" variant={wide ? "secondary" : "quiet"} size={wide ? "large" : "normal"} wide={wide} data-testid="logout">
        {label}
      </Button>
    </form>
  );
}
