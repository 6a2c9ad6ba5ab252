import { CouncilPage } from "@/components/official/dossier/council-page";
import { officialDoor } from "@/lib/door/doors";
import { requireToken } from "@/lib/door/session";

export default async function NewCouncilPage() {
  await requireToken(officialDoor, "/dieu-hanh/hoi-dong/moi");
  return <CouncilPage council={null} />;
}
