// Times: relative under an hour, then the clock, then the day. Every <time> is written again from its own instant,
// so a change of zone, and the loss of the line, reach all of them.
const ZONES = ['Asia/Baku', Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC'].filter((z, i, all) => z && all.indexOf(z) === i);
let zone = document.body.dataset.zone === 'Z' ? 'UTC' : document.body.dataset.zone;
let clocks = false;

const parts = (at, timeZone) => Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
  timeZone, hourCycle: 'h23', weekday: 'short', day: 'numeric', month: 'short', year: 'numeric',
  hour: '2-digit', minute: '2-digit', second: '2-digit'
}).formatToParts(at).map((p) => [p.type, p.value]));
const hm = (p) => `${p.hour}:${p.minute}`;
const hms = (p) => `${p.hour}:${p.minute}:${p.second}`;
const day = (p) => `${p.day} ${p.month}`;

export const zoneName = () => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
const today = (p, now) => { const n = parts(now, zone); return p.day === n.day && p.month === n.month && p.year === n.year; };
export const clock = (at, now = Date.now()) => { const p = parts(at, zone); return today(p, now) ? hm(p) : day(p); };
export const seconds = (at) => hms(parts(at, zone));
const age = (s) => s < 60 ? `${s} s` : `${Math.floor(s / 60)} min`;
const relative = (at, now) => {
  const s = Math.max(0, Math.floor((now - at) / 1000));
  return clocks || s >= 3600 ? clock(at, now) : age(s);
};
const ago = (at, now) => {
  const s = Math.max(0, Math.floor((now - at) / 1000));
  return clocks || s >= 3600 ? '' : `${age(s)} ago`;
};
const both = (at, now) => {
  const p = parts(at, zone), own = `${today(p, now) ? '' : `${day(p)} `}${hms(p)} ${zoneName()}`;
  return zone === 'UTC' ? own : `${own} · ${hms(parts(at, 'UTC'))} UTC`;
};
const title = (at) => {
  const utc = parts(at, 'UTC'), p = parts(at, zone), first = `${day(utc)} ${hms(utc)} UTC`;
  return zone === 'UTC' ? first : `${first}, ${day(p)} ${hms(p)} ${zoneName()}`;
};

// How long ago, for a list whose times lie weeks apart: the clock alone would not say.
const past = (at, now) => {
  const s = Math.max(0, Math.floor((now - at) / 1000)), h = Math.floor(s / 3600);
  return s < 3600 ? age(s) : h < 24 ? `${h} h` : `${Math.floor(h / 24)} d${h < 240 && h % 24 ? ` ${h % 24} h` : ''}`;
};
const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
const FORMS = { age: (at, now) => { const s = Math.max(0, Math.floor((now - at) / 1000)); return clocks || s >= 3600 ? clock(at, now) : `${age(s)} ago`; }, ago, both, seconds, past, clock };

export function tick(everything = false) {
  const now = Date.now();
  for (const node of document.querySelectorAll('time[datetime]')) {
    if ('now' in node.dataset) { put(node, seconds(now)); continue; }
    const at = Date.parse(node.dateTime);
    if (everything && node.title) node.title = title(at);
    if (node.dataset.clock) node.dataset.clock = clock(at, now);
    put(node, (FORMS[node.dataset.form] || relative)(at, now));
    if (node.dataset.form === 'ago') node.parentElement.hidden = !node.textContent;
  }
  const utc = parts(now, 'UTC'), there = document.querySelector('[data-now-utc]');
  if (there) put(there, `${zone === 'UTC' ? '' : `${hms(utc)} UTC, `}${utc.weekday} ${day(utc)}`);
  if (everything) for (const node of document.querySelectorAll('[data-zone-name]')) put(node, zoneName());
}

/** Clock times only, for a desk that no longer knows how old things are. */
export function freeze(on) { clocks = on; tick(true); }

/** The next of Baku, the reader's own zone and UTC, kept for a year. */
export function nextZone() {
  zone = ZONES[(ZONES.indexOf(zone) + 1) % ZONES.length];
  document.cookie = `cw-zone=${zone};path=/;max-age=31536000;samesite=lax`;
  tick(true);
  return zoneName();
}

setInterval(tick, 1000);
