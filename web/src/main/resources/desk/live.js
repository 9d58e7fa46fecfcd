// The live line. What arrives waits behind a count; the strip beats; a lost line turns the desk grey.
import { freeze, seconds, tick } from './time.js';
import { insert, list, lookedNow, replace, rows, say } from './list.js';

const SILENCE = 12_000, WAITS = [1, 2, 5, 10], BUFFER = 200;
const body = document.body, strip = document.getElementById('strip'), banner = document.querySelector('.live');
const waiting = new Map();
let count = 0, highest = 0, stale = false, spoke = 0;
let source, last = body.dataset.live, heard = Date.now(), tries = 0, again = 0, off = 0;

function tell() {
  if (!banner) return;
  banner.hidden = !count && !stale;
  const what = banner.querySelector('.what'), more = document.createElement('span'), much = document.createElement('b');
  more.className = 'more';
  much.textContent = stale ? 'More has happened than could be followed' : `${count} new`;
  more.textContent = stale ? '. Show loads the list again.' : '. Nothing you are reading has moved.';
  what.replaceChildren(much, stale ? '' : `, highest severity ${highest}`, more);
  document.title = `${count ? `(${count}) ` : ''}${body.dataset.title} · Caspian Watch`;
  if (count && Date.now() - spoke > 30_000) { spoke = Date.now(); say(`${count} new, highest ${highest}`); }
}

export function show() {
  if (stale || count > waiting.size || list && !rows().length && count) { lookedNow(); location.href = location.pathname + location.search; return; }
  if (!count) return;
  insert(waiting.values());
  say(`${count} new shown above.`);
  waiting.clear();
  count = highest = 0;
  tell();
  lookedNow();
  scrollTo(0, 0);
}

function arrived(event) {
  const data = JSON.parse(event.data);
  if (body.dataset.top !== 'yes' || document.getElementById(`a-${data.id}`)) return;
  count += waiting.has(data.id) ? 0 : 1;
  if (waiting.size < BUFFER) waiting.set(data.id, data.html);
  if (data.severity > highest) {
    highest = data.severity;
    if (highest === 5) document.getElementById('warn').textContent = 'A severity 5 article has arrived.';
  }
  tell();
}

function changed(event) {
  const data = JSON.parse(event.data);
  if (list && !replace(data.id, data.html) && waiting.has(data.id)) waiting.set(data.id, data.html);
  tick(true);
}

function pulse(event) {
  strip.classList.remove('off');
  strip.innerHTML = JSON.parse(event.data).html;
  tick(true);
}

function connect() {
  source?.close();
  const ask = new URLSearchParams({ after: last, q: body.dataset.query });
  if (body.dataset.page !== 'wire') ask.set('rows', 'no');
  source = new EventSource(`/live?${ask}`);
  const on = (name, act) => source.addEventListener(name, (event) => {
    heard = Date.now();
    tries = 0;
    if (event.lastEventId) last = event.lastEventId;
    if (off) back();
    act(event);
  });
  on('hello', () => {});
  on('pulse', pulse);
  on('article', arrived);
  on('change', changed);
  on('reload', () => { if (list && body.dataset.page === 'wire') { stale = true; tell(); } });
  // The browser gives up for good on some answers, so the next try is always ours.
  source.onerror = () => { source.close(); retry(); };
}

function retry() {
  if (!again) again = Date.now() + WAITS[Math.min(tries++, WAITS.length - 1)] * 1000;
}

function back() {
  off = 0;
  body.classList.remove('stale');
  freeze(false);
  say('Connected again.');
}

function lost() {
  if (!off) {
    off = heard;
    body.classList.add('stale');
    freeze(true);
    strip.classList.add('off');
    strip.innerHTML = '<span class="beat"><strong></strong></span><span>You see the desk as of <strong></strong>.<span class="more"> The monitor may be well: webhook alerts do not need this page.</span></span><span class="next"></span><button class="btn" type="button">Try now</button>';
    strip.querySelectorAll('strong')[1].textContent = seconds(off);
    strip.querySelector('button').onclick = () => { again = 1; };
    document.getElementById('warn').textContent = 'The desk is not connected.';
  }
  strip.querySelector('strong').textContent = `Not connected for ${Math.round((Date.now() - off) / 1000)} s`;
  strip.querySelector('.next').textContent = again ? `Trying again in ${Math.max(0, Math.ceil((again - Date.now()) / 1000))} s` : 'Trying now';
}

setInterval(() => {
  if (Date.now() - heard > SILENCE) lost();
  if (off && !again && source.readyState !== EventSource.CONNECTING && Date.now() - heard > SILENCE) { source.close(); retry(); }
  if (again && Date.now() >= again) { again = 0; connect(); }
}, 500);

banner?.addEventListener('click', show);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', (event) => { if (event.persisted) connect(); });
connect();
