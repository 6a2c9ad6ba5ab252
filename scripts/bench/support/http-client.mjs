import { Agent, request } from "node:http";

/** An answer a buyer could not go on with. */
export class Refused extends Error {
  constructor(call, status, body) {
    super(`${call} → ${status} ${String(body?.code ?? body?.type ?? "")} ${String(body?.message ?? "").slice(0, 160)}`.trim());
    Object.assign(this, { status, body });
  }
}

/**
 * JSON over kept-alive connections. `send` resolves to { status, body } whatever the status; `call` to the body of a
 * 2xx and rejects with Refused otherwise.
 */
export function httpClient(base, { headers = {}, connections = 64 } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: "fifo" });
  const send = (method, path, body) => new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const content = payload === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(payload) };
    const outgoing = request(new URL(path, base), { method, agent, headers: { ...headers, ...content } }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode, body: parse(Buffer.concat(chunks).toString("utf8")) }));
    });
    // The server ends what was idle for five seconds, at times just as it is used again: a client repeats what may be repeated (RFC 9110 §9.2.2).
    const mayRepeat = (error) => method === "GET" && outgoing.reusedSocket && error.code === "ECONNRESET";
    outgoing.on("error", (error) => (mayRepeat(error) ? send(method, path).then(resolve, reject) : reject(error)));
    outgoing.end(payload);
  });
  const call = async (method, path, body) => {
    const answer = await send(method, path, body);
    if (answer.status >= 300) throw new Refused(`${method} ${path.replace(/[a-z]+_[0-9A-Z]{26}/g, ":id")}`, answer.status, answer.body);
    return answer.body;
  };
  return { send, get: (path) => call("GET", path), post: (path, body = {}) => call("POST", path, body), close: () => agent.destroy() };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 200) };
  }
}
