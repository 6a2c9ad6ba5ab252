import { createServer, request } from "node:http";

/** Meant for the next machine alone (RFC 9110 §7.6.1); all other headers go through as they came. */
const ofOneConnection = new Set(["connection", "keep-alive", "proxy-connection"]);

function passedOn(rawHeaders) {
  const kept = [];
  for (let at = 0; at < rawHeaders.length; at += 2) if (!ofOneConnection.has(rawHeaders[at].toLowerCase())) kept.push(rawHeaders[at], rawHeaders[at + 1]);
  return kept;
}

/**
 * One address in front of several servers, as the proxy in front of several replicas. Each request goes to the next server,
 * also of one connection: what a server kept to itself would be missing at once, not now and then.
 */
export class Balancer {
  #ports;
  #turn = 0;
  #server = createServer((req, res) => this.#pass(req, res));

  constructor(ports) {
    this.#ports = ports;
  }

  listen(port, host) {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject).listen({ port, host }, () => resolve(this.#server.address().port));
    });
  }

  close() {
    this.#server.closeAllConnections();
    return new Promise((resolve) => { this.#server.close(resolve); });
  }

  #pass(req, res) {
    const port = this.#ports[this.#turn++ % this.#ports.length];
    const unreached = () => {
      if (res.headersSent) res.destroy();
      else res.writeHead(502).end();
    };
    let onward;
    try {
      // A connection for each: one kept for later may be closed by the server just as it is used. But the server is not to hang
      // up by itself, for it would do so on what a client is still sending, and its answer (413) would be lost.
      const headers = [...passedOn(req.rawHeaders), "Connection", "keep-alive"];
      onward = request({ host: "127.0.0.1", port, method: req.method, path: req.url, headers, agent: false });
    } catch {
      // A path or a header that Node takes and does not send.
      return res.writeHead(400).end();
    }
    let answered = false;
    onward.on("response", (answer) => {
      answered = true;
      res.writeHead(answer.statusCode, answer.statusMessage, passedOn(answer.rawHeaders));
      // A stream of events begins before its first event.
      res.flushHeaders();
      answer.pipe(res);
      answer.on("error", unreached);
    });
    onward.on("error", () => { if (!answered) unreached(); });
    // The rest of what a server did not want to read would stand before the client's next request.
    onward.on("close", () => req.unpipe(onward).resume());
    res.on("close", () => onward.destroy());
    req.pipe(onward);
  }
}
