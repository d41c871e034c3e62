"use strict";
// The page works without this: here messages arrive by themselves and sending does not reload.
const log = document.getElementById("log");
if (log) {
  const form = document.getElementById("say");
  const field = form.elements.Text;
  const refused = document.getElementById("refused");
  const quoting = form.querySelector(".quoting");
  const me = log.dataset.person;
  const toEnd = () => { document.getElementById("end").scrollIntoView({ block: "end" }); log.scrollTop = log.scrollHeight; };
  const nearEnd = () => document.getElementById("end").getBoundingClientRect().top < window.innerHeight + 160;
  const show = (element, text) => { element.textContent = text ?? ""; element.hidden = !text; };

  function bubble(view) {
    const message = document.getElementById("bubble").content.firstElementChild.cloneNode(true);
    const part = name => message.querySelector(name);
    message.dataset.seq = view.seq;
    message.dataset.id = view.id;
    message.classList.toggle("bot", view.bot);
    message.classList.toggle("mine", view.sender === me);
    message.classList.toggle("recalled", view.recalled);
    part(".face").textContent = view.bot ? "助" : (view.title ?? view.sender).slice(-1);
    part(".sender").textContent = view.sender;
    part(".title").textContent = view.title ?? "";
    part("time").textContent = view.time;
    show(part("blockquote"), view.quote);
    show(part(".text"), view.text);
    for (const name of view.images) {
      const link = document.createElement("a");
      link.href = "/photos/" + encodeURIComponent(name);
      link.target = "_blank";
      const picture = document.createElement("img");
      picture.src = link.href;
      picture.alt = view.sender + "发的照片";
      link.append(picture);
      part(".photos").append(link);
    }
    part("a.quote").href = "#say";
    part("a.why").href = "/playground/decisions/" + view.seq;
    return message;
  }

  function follow() {
    const source = new EventSource("/playground/api/events?conversation=" + encodeURIComponent(log.dataset.conversation) + "&after=" + log.dataset.last);
    source.addEventListener("message", event => {
      const view = JSON.parse(event.data);
      if (view.seq <= Number(log.dataset.last)) { return; }
      log.dataset.last = view.seq;
      document.getElementById("nothing")?.remove();
      const stay = nearEnd() || view.sender === me;
      document.getElementById("end").before(bubble(view));
      if (stay) { toEnd(); }
    });
    source.addEventListener("recalled", event => {
      const view = JSON.parse(event.data);
      log.querySelector(`.msg[data-seq="${view.seq}"]`)?.replaceWith(bubble(view));
    });
    // a refusal closes it for good: begin again where it stopped
    source.addEventListener("error", () => { if (source.readyState === EventSource.CLOSED) { setTimeout(follow, 3000); } });
  }

  function quote(id, text) {
    form.elements.ReplyTo.value = id;
    quoting.querySelector("span").textContent = text;
    quoting.hidden = !id;
  }

  async function send() {
    const button = form.querySelector("button.main");
    button.setAttribute("aria-disabled", "true");
    try {
      const response = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      if (response.ok) {
        form.elements.Text.value = "";
        form.elements.photos.value = "";
        form.elements.Id.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
        quote("", "");
        pictures();
        show(refused, null);
      } else {
        show(refused, (await response.json().catch(() => ({}))).error ?? "没有发出去，请刷新页面再试。");
      }
    } catch {
      show(refused, "没有发出去：连不上程序。写的字还在，稍后再点发送。");
    }
    button.removeAttribute("aria-disabled");
    field.focus();
  }

  function pictures() {
    const count = form.elements.photos.files.length;
    form.querySelector(".photo").firstChild.textContent = count ? "照片×" + count : "照片";
  }

  async function why(address) {
    const dialog = document.getElementById("why");
    const inner = dialog.querySelector(".inner");
    const answer = await (await fetch(address.replace("/decisions/", "/api/decisions/"))).json();
    inner.replaceChildren();
    const add = (parent, name, text) => { const e = document.createElement(name); e.textContent = text; parent.append(e); return e; };
    add(inner, "h2", "为什么这样答");
    add(inner, "blockquote", answer.about ?? "").className = "about";
    add(inner, "p", answer.summary ?? answer.error);
    const facts = add(inner, "dl", "");
    facts.className = "facts";
    for (const fact of answer.facts ?? []) { add(facts, "dt", fact.label); add(facts, "dd", fact.value); }
    dialog.showModal();
  }

  form.addEventListener("submit", event => { event.preventDefault(); if (field.value.trim() || form.elements.photos.files.length) { send(); } });
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); }
  });
  form.elements.photos.addEventListener("change", pictures);
  quoting.querySelector("a").addEventListener("click", event => { event.preventDefault(); quote("", ""); });
  log.addEventListener("click", event => {
    const link = event.target.closest("a.quote, a.why");
    if (!link) { return; }
    event.preventDefault();
    const message = link.closest(".msg");
    if (link.classList.contains("why")) { why(link.getAttribute("href")).catch(() => { location.href = link.href; }); return; }
    quote(message.dataset.id, "引用 " + message.querySelector(".sender").textContent + "：" + message.querySelector(".text").textContent);
    field.focus();
  });
  document.getElementById("pick").addEventListener("change", event => event.currentTarget.requestSubmit());

  const preparing = document.getElementById("preparing");
  const look = async () => {
    const state = await fetch("/playground/api/state").then(response => response.json()).catch(() => ({ preparing: true }));
    preparing.hidden = !state.preparing;
    if (state.preparing) { setTimeout(look, 2000); }
  };
  if (!preparing.hidden) { setTimeout(look, 2000); }
  follow();
  toEnd();
  addEventListener("load", toEnd);
}
