import { createServer, Agent, request } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Balancer } from "./balancer.mjs";

const open = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one();
});

async function server(answer) {
  const http = createServer(answer);
  await new Promise((resolve) => { http.listen(0, "127.0.0.1", resolve); });
  open.push(() => new Promise((resolve) => { http.closeAllConnections(); http.close(resolve); }));
  return http.address().port;
}

async function balancerOf(...ports) {
  const balancer = new Balancer(ports);
  open.push(() => balancer.close());
  return balancer.listen(0, "127.0.0.1");
}

function ask(port, options = {}, body = "") {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, ...options }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk)).on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, raw: answer.rawHeaders, text: Buffer.concat(chunks).toString() }));
    }).on("error", reject).end(body);
  });
}

test("requests take turns, also those of one connection", async () => {
  const named = (name) => server((_req, res) => res.end(name));
  const port = await balancerOf(await named("a"), await named("b"));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  open.push(() => agent.destroy());
  const answers = [];
  for (let turn = 0; turn < 4; turn += 1) answers.push((await ask(port, { agent })).text);
  expect(answers).toEqual(["a", "b", "a", "b"]);
});

test("what was sent arrives as it was sent: method, address, repeated headers, body; and so does the answer", async () => {
  const port = await balancerOf(await server((req, res) => {
    const chunks = [];
    req.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
      res.writeHead(201, "Made", ["Set-Cookie", "a=1", "Set-Cookie", "b=2"]);
      res.end(JSON.stringify({ method: req.method, url: req.url, host: req.headers.host, twice: req.rawHeaders.filter((name) => name === "X-Twice").length, body: Buffer.concat(chunks).toString() }));
    });
  }));
  const headers = ["Host", "cho.example.vn", "X-Twice", "1", "X-Twice", "2", "Content-Length", "3"];
  const answer = await ask(port, { method: "PUT", path: "/a%20b?c=%C4%91", headers }, "đi");
  expect(JSON.parse(answer.text)).toEqual({ method: "PUT", url: "/a%20b?c=%C4%91", host: "cho.example.vn", twice: 2, body: "đi" });
  expect(answer).toMatchObject({ status: 201, headers: { "set-cookie": ["a=1", "b=2"] } });
});

test("a stream begins before its first event, and a client that leaves is gone for the server too", async () => {
  let left;
  const gone = new Promise((resolve) => { left = resolve; });
  const port = await balancerOf(await server((_req, res) => {
    res.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    res.on("close", left);
  }));
  const socket = connect(port, "127.0.0.1");
  const begun = new Promise((resolve) => { socket.once("data", (chunk) => resolve(String(chunk))); });
  socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  expect(await begun).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  socket.destroy();
  await gone;
});

test("an answer that comes before all is sent is heard", async () => {
  const port = await balancerOf(await server((_req, res) => res.writeHead(413).end("too much")));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  open.push(() => agent.destroy());
  // And the rest of what was sent is not in the way of the next request of that connection.
  for (const _turn of [1, 2]) expect(await ask(port, { agent, method: "POST" }, "x".repeat(8_000_000))).toMatchObject({ status: 413, text: "too much" });
  // Sooner than an idle connection is given up, which is after five seconds.
}, 4_000);

test("a server that is gone is 502", async () => {
  const gone = await server(() => {});
  await open.pop()();
  expect((await ask(await balancerOf(gone))).status).toBe(502);
});
