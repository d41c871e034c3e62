// The console works without this file; it adds live counts, the emergency banner and its sound.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const baseTitle = document.title;

  // counts in the bar and in the title
  function showCounts(state) {
    const counts = { ...state, more: state.questions + state.drafts };
    for (const key of ["review", "questions", "drafts", "more"]) {
      for (const badge of all(`[data-count="${key}"]`)) {
        badge.textContent = counts[key] > 99 ? "99+" : String(counts[key]);
        badge.hidden = counts[key] === 0;
      }
    }
    const alarm = state.alerts.length > 0 ? "【紧急】" : "";
    const waiting = state.review + state.questions;
    document.title = alarm + (waiting > 0 ? `(${waiting}) ` : "") + baseTitle;
    const preparing = $("#preparing");
    if (preparing) { preparing.hidden = !state.preparing; }
  }

  // a line offers the fresh list; the page is never swapped under a reader's finger
  function offerFresh(state) {
    const fresh = $("#fresh");
    if (fresh && String(state[fresh.dataset.of]) !== fresh.dataset.seen) { fresh.hidden = false; }
  }

  // the banner comes from the server, so that words of residents are escaped in one place only
  let shownAlerts = null;
  async function showAlerts(state) {
    const key = state.alerts.join(",");
    if (key === shownAlerts) { return; }
    const box = $("#alerts");
    if (!box) { return; }
    if (shownAlerts !== null || key !== (box.dataset.seen ?? "")) {
      const response = await fetch("/console/alerts/banner?back=" + encodeURIComponent(location.pathname + location.search), { credentials: "same-origin" });
      if (!response.ok) { return; }
      box.innerHTML = await response.text();
    }
    shownAlerts = key;
    wireSound();
    ring(state.alerts.length > 0);
  }

  // so does the strip that says where the bot is silenced
  let shownSilence = null;
  async function showSilence(state) {
    const box = $("#silence");
    if (!box || state.silence === shownSilence) { return; }
    if (shownSilence !== null || state.silence !== (box.dataset.seen ?? "")) {
      const response = await fetch("/console/silence/strip?back=" + encodeURIComponent(location.pathname + location.search), { credentials: "same-origin" });
      if (!response.ok) { return; }
      box.innerHTML = await response.text();
    }
    shownSilence = state.silence;
  }

  // sound: three short tones, repeated until 知道了
  let audio = null;
  let ringing = null;
  function tone() {
    if (!audio || audio.state !== "running") { return; }
    [0, .25, .5].forEach((delay) => {
      const oscillator = audio.createOscillator();
      const gain = audio.createGain();
      oscillator.frequency.value = 880;
      gain.gain.setValueAtTime(.001, audio.currentTime + delay);
      gain.gain.exponentialRampToValueAtTime(.4, audio.currentTime + delay + .02);
      gain.gain.exponentialRampToValueAtTime(.001, audio.currentTime + delay + .2);
      oscillator.connect(gain).connect(audio.destination);
      oscillator.start(audio.currentTime + delay);
      oscillator.stop(audio.currentTime + delay + .22);
    });
  }
  function ring(on) {
    clearInterval(ringing);
    ringing = null;
    if (!on) { return; }
    audio ??= "AudioContext" in window ? new AudioContext() : null;
    audio?.resume().then(() => { showSoundButton(); tone(); }).catch(() => {});
    showSoundButton();
    ringing = setInterval(tone, 3000);
  }
  function showSoundButton() {
    const button = $("#sound-on");
    if (button) { button.hidden = !audio || audio.state === "running"; }
  }
  function wireSound() {
    $("#sound-on")?.addEventListener("click", () => audio?.resume().then(() => { showSoundButton(); tone(); }));
  }
  // browsers let a page sound only after a touch: the first one anywhere is enough
  addEventListener("pointerdown", () => { if (ringing) { audio?.resume().then(showSoundButton); } }, { passive: true });

  function listen() {
    const source = new EventSource("/console/events");
    source.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      showCounts(state);
      offerFresh(state);
      showSilence(state).catch(() => { shownSilence = null; });
      showAlerts(state).catch(() => { shownAlerts = null; });
    });
    // leaving the page must not keep the connection for the next one waiting
    addEventListener("pagehide", () => source.close(), { once: true });
  }
  addEventListener("pageshow", (event) => { if (event.persisted) { listen(); } });
  if ("EventSource" in window && $("#alerts")) { listen(); }

  // one tap is one post
  addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    // what was typed stays on the page: a post into nowhere would lose it
    if (!navigator.onLine) { event.preventDefault(); showOffline(true); return; }
    form.dataset.sent = "1";
    all("button", form).forEach((button) => button.setAttribute("aria-disabled", "true"));
  });
  addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    all("button", form).forEach((button) => button.removeAttribute("aria-disabled"));
  }));

  // a draft stays on the phone until the server has taken it, also over a dead spot
  const prefix = "draft:";
  const took = $(".toast:not(.bad)") !== null;
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith("sent:"))) {
    if (took) { localStorage.removeItem(prefix + key.slice(5)); }
    localStorage.removeItem(key);
  }
  for (const field of all("[data-draft]")) {
    const key = field.dataset.draft;
    if (field.value === "") { field.value = localStorage.getItem(prefix + key) ?? ""; }
    field.addEventListener("input", () => localStorage.setItem(prefix + key, field.value));
    field.form?.addEventListener("submit", () => localStorage.setItem("sent:" + key, "1"));
  }
  $('form[action="/signout"]')?.addEventListener("submit", () => localStorage.clear());

  // the last list of 我的 stays on the phone, to be read where there is no signal
  const kept = "list:mine";
  const list = $("[data-keep]");
  if (list) {
    localStorage.setItem(kept, JSON.stringify({
      at: list.dataset.at,
      lines: all("[data-line]", list).map((line) => ({ head: line.tagName === "H2", text: line.innerText.replace(/\s+/g, " ").trim() })),
    }));
  }
  function showOffline(asked) {
    const box = $("#offline");
    if (!box) { return; }
    box.hidden = navigator.onLine;
    if (navigator.onLine) { return; }
    box.textContent = asked ? "离线：没有网络，还没有交上去。写的都在，有网了再点一次。" : "离线：没有网络，页面上是刚才的。";
    const last = JSON.parse(localStorage.getItem(kept) ?? "null");
    if (!last) { return; }
    const button = document.createElement("button");
    button.className = "plain";
    button.type = "button";
    button.textContent = `看我的清单（${last.at}存的）`;
    button.addEventListener("click", () => showKept(box, last));
    box.append(" ", button);
  }
  function showKept(box, last) {
    box.textContent = `离线：这是${last.at}的清单。`;
    const lines = document.createElement("ul");
    lines.className = "rows";
    for (const line of last.lines) {
      const item = document.createElement("li");
      const words = document.createElement(line.head ? "b" : "span");
      words.textContent = line.text;
      item.append(words);
      lines.append(item);
    }
    box.append(lines);
  }
  addEventListener("offline", () => showOffline(false));
  addEventListener("online", () => showOffline(false));
  if (!navigator.onLine) { showOffline(false); }
  // a link to it would lead to the browser's own error page
  addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href="/console/mine"]');
    const last = JSON.parse(localStorage.getItem(kept) ?? "null");
    if (!link || navigator.onLine || !last) { return; }
    event.preventDefault();
    const box = $("#offline");
    box.hidden = false;
    showKept(box, last);
    scrollTo(0, 0);
  });

  // single keys, unless they are switched off
  let picked = -1;
  function pick(step) {
    const cards = all("[data-card]");
    if (cards.length === 0) { return; }
    cards[picked]?.classList.remove("picked");
    picked = Math.min(cards.length - 1, Math.max(0, picked + step));
    cards[picked].classList.add("picked");
    cards[picked].scrollIntoView({ block: "nearest" });
    $("a, button", cards[picked])?.focus({ preventScroll: true });
  }
  function press(key) {
    const card = all("[data-card]")[Math.max(0, picked)];
    switch (key) {
      case "?": location.href = "/console/keys"; return true;
      case "j": pick(1); return true;
      case "k": pick(-1); return true;
      case "o": $("[data-open]", card ?? document)?.click(); return true;
      case "/": {
        const field = $("[data-find]");
        if (!field) { location.href = "/console/tickets"; return true; }
        field.closest("details")?.setAttribute("open", "");
        field.focus();
        return true;
      }
      case "a": ($(".acts button", card ?? document.createElement("i")) ?? $('main [data-key="a"]'))?.click(); return true;
      default: {
        const target = $(`.bar [data-key="${CSS.escape(key)}"]`);
        target?.click();
        return target !== null;
      }
    }
  }
  addEventListener("keydown", (event) => {
    if (document.documentElement.dataset.keys !== "on" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    if (event.key.length !== 1 || event.target.closest?.("input, textarea, select, [contenteditable]")) { return; }
    if (press(event.key)) { event.preventDefault(); }
  });

  for (const button of all("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // copying without a secure origin (http in the office network) goes through a selection
  async function copy(text) {
    if (navigator.clipboard) { await navigator.clipboard.writeText(text); return; }
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  for (const button of all("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy($("#" + button.dataset.copy)?.textContent ?? "");
      button.textContent = "已复制";
    });
  }

  // how long a text has become, with what stands around it
  for (const field of all("[data-count-for]")) {
    const shown = $("#" + field.dataset.countFor);
    const show = () => {
      const text = field.value.trim().replace(/\s+/g, " ");
      const length = [...text].length + Number(field.dataset.countMore) + (/[。！？!?.…）”]$/.test(text) ? 0 : 1);
      shown.textContent = "现在" + length + "字";
      shown.classList.toggle("wrong", length > Number(field.maxLength));
    };
    field.addEventListener("input", show);
  }

  // what is on its way is looked at again in a moment
  const refresh = $("[data-refresh]");
  if (refresh) { setTimeout(() => { if (!$("textarea:focus, details[open]")) { location.reload(); } }, 1000 * Number(refresh.dataset.refresh)); }

  const toast = $(".toast:not(.bad)");
  if (toast) { setTimeout(() => { toast.hidden = true; }, 10000); }
})();
