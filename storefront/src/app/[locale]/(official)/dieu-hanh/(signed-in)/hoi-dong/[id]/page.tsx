import { CouncilPage } from "@/components/official/dossier/council-page";
import { loadCouncil } from "@/lib/official/dossier/load";

type Props = { params: Promise<{ id: string }> };

export default async function EditCouncilPage({ params }: Props) {
  const { id } = await params;
  return <CouncilPage council={await loadCouncil(id, `/dieu-hanh/hoi-dong/${id}`)} />;
}
