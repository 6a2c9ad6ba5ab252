import type { ListError } from "../../../aggregators/list-error"
import type { ListSource } from "./fetch-lists"

/** So many lists of one aggregator are read at once: one that does not answer holds its place for 15 s (aggregators/fetch-json). */
const AT_ONCE = 4
/** After so many lists of an aggregator that gave no answer in a round, the others of it would only wait for none either. */
const MOST_SILENT = 3

/**
 * Whose turn it is, so that an aggregator that is away keeps neither another's lists waiting, nor, for longer than a few
 * rounds, those of its own that it would answer. In memory: after a restart the ones not read for longest come first.
 */
export class ListTurns {
  private round = 0
  private lastAsked = new Map<string, number>()

  /** Asks for each of the lists; `ask` resolves to what stood in the way. Resolves to those that wait for the next round. */
  async askAll(sources: readonly ListSource[], ask: (source: ListSource) => Promise<ListError | null>): Promise<ListSource[]> {
    this.round += 1
    // Of connections that are gone nothing is remembered.
    this.lastAsked = new Map(sources.map((source) => [keyOf(source), this.turnOf(source)]))
    const providers = [...new Set(sources.map(({ provider }) => provider))]
    const waiting = await Promise.all(providers.map((provider) => this.askProvider(sources.filter((source) => source.provider === provider), ask)))
    return waiting.flat()
  }

  private async askProvider(sources: ListSource[], ask: (source: ListSource) => Promise<ListError | null>): Promise<ListSource[]> {
    const queue = sources.sort((a, b) => this.turnOf(a) - this.turnOf(b) || (a.readAt?.getTime() ?? 0) - (b.readAt?.getTime() ?? 0))
    let silent = 0
    const askInTurn = async () => {
      for (let source = queue.shift(); source; source = silent < MOST_SILENT ? queue.shift() : undefined) {
        this.lastAsked.set(keyOf(source), this.round)
        if ((await ask(source))?.code === "http") silent += 1
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, askInTurn))
    return queue
  }

  /** The operator's own list is always asked; of the others, those first that were not for longest. */
  private turnOf(source: ListSource): number {
    return source.channel === "house" ? -1 : (this.lastAsked.get(keyOf(source)) ?? 0)
  }
}

const keyOf = ({ provider, channel }: ListSource): string => `${provider}:${channel}`
