import type { ActInput } from "../rules/act-input"
import { advise, approvePotential5, consult, recognise, refuse, returnToProvince, sendBack, sendToMinistry } from "./authority"
import { forward, report, returnToProducer } from "./commune"
import { closeCouncil, openCouncil, recuse, reopenSheet } from "./council"
import { submit, withdraw } from "./producer"
import type { Outcome, Work } from "./work"

/** What an act does besides moving the dossier. That it may be done now is settled before. */
export async function perform(work: Work, input: ActInput): Promise<Outcome> {
  switch (input.act) {
    case "submit":
      return submit(work, input)
    case "withdraw":
      return withdraw(work, input)
    case "report":
      return report(work, input)
    case "return_to_producer":
      return returnToProducer(work, input)
    case "forward":
      return forward(work, input)
    case "consult":
      return consult(work, input)
    case "advise":
      return advise(work, input)
    case "open_council":
      return openCouncil(work, input)
    case "recuse":
      return recuse(work, input)
    case "reopen_sheet":
      return reopenSheet(work, input)
    case "close_council":
      return closeCouncil(work, input)
    case "approve_potential_5":
      return approvePotential5(work, input)
    case "send_to_ministry":
      return sendToMinistry(work, input)
    case "recognise":
      return recognise(work, input)
    case "refuse":
      return refuse(work, input)
    case "return_to_province":
      return returnToProvince(work, input)
    case "send_back":
      return sendBack(work, input)
  }
}
