// The list: what is current, what is new since you last looked, and the pane that follows.
import { clock, tick } from './time.js';

const LOOKED = 'cw-looked';
export const list = document.querySelector('.rows');
const pane = document.querySelector('.pane');
export const say = (text) => { document.getElementById('say').textContent = text; };
export const rows = () => list ? [...list.querySelectorAll('.row')] : [];
export const current = () => list && list.querySelector('.row[aria-current]');
export const timeOf = (row) => Date.parse(row.querySelector('time').dateTime);
const paned = () => pane && getComputedStyle(pane).display !== 'none';

const looked = Number(localStorage.getItem(LOOKED)) || 0;
export function lookedNow() { try { localStorage.setItem(LOOKED, String(Date.now())); } catch { /* storage may be full or off */ } }

/** Weight for rows that came after the last look, and the line below them. */
export function markNew() {
  if (!list || document.body.dataset.top !== 'yes') return;
  list.querySelector('.since')?.remove();
  const all = rows(), fresh = all.filter((row) => timeOf(row) > looked);
  all.forEach((row) => row.classList.toggle('new', fresh.includes(row)));
  if (!looked || !fresh.length) return;
  const line = document.createElement('li');
  line.className = 'since';
  line.textContent = `${fresh.length} new since ${clock(looked)}, when you last looked`;
  fresh.at(-1).after(line);
}

let wanted = 0;
export async function read(row) {
  if (!paned() || pane.dataset.id === row.dataset.id && !row.dataset.again) return;
  delete row.dataset.again;
  const mine = ++wanted;
  try {
    const answer = await fetch(`/article/${encodeURIComponent(row.dataset.id)}/pane`);
    if (mine !== wanted || !answer.ok) return;
    pane.innerHTML = await answer.text();
    pane.dataset.id = row.dataset.id;
    pane.scrollTop = 0;
    tick(true);
  } catch { /* the strip says when the line is lost */ }
}

let soon;
export function select(row, focus = true) {
  rows().forEach((each) => each.removeAttribute('aria-current'));
  row.setAttribute('aria-current', 'true');
  if (focus) {
    row.querySelector('.hl').focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }
  clearTimeout(soon);
  soon = setTimeout(read, 80, row);
}

export function move(step) {
  const all = rows(), at = all.indexOf(current());
  const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + step))];
  if (next) select(next);
}

export function open(row) {
  sessionStorage.setItem('cw-row', row.dataset.id);
  location.href = row.querySelector('.hl').href;
}

/** A row that reads differently now takes the place of the old one; focus and selection stay. */
export function replace(id, html) {
  const old = document.getElementById(`a-${id}`);
  if (!old || !list.contains(old)) return false;
  const row = make(html), focused = old.contains(document.activeElement);
  row.classList.toggle('new', old.classList.contains('new'));
  if (old.hasAttribute('aria-current')) { row.setAttribute('aria-current', 'true'); row.dataset.again = 'yes'; }
  old.replaceWith(row);
  if (focused) row.querySelector('.hl').focus({ preventScroll: true });
  if (row.dataset.again) read(row);
  return true;
}

export function make(html) {
  const shell = document.createElement('template');
  shell.innerHTML = html;
  return shell.content.firstElementChild;
}

/** Puts rows where their time belongs. */
export function insert(htmls) {
  for (const html of htmls) {
    const row = make(html), at = timeOf(row);
    if (document.getElementById(row.id)) { replace(row.dataset.id, html); continue; }
    row.classList.add('arrive');
    const below = rows().find((each) => timeOf(each) <= at);
    if (below) below.before(row); else list.append(row);
  }
  markNew();
  tick(true);
}

if (list) {
  markNew();
  list.addEventListener('click', (event) => {
    const link = event.target.closest('.hl');
    if (!link) return;
    const row = link.closest('.row');
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    sessionStorage.setItem('cw-row', row.dataset.id);
    if (paned() && event.detail) { event.preventDefault(); select(row); }
  });
  list.addEventListener('focusin', (event) => {
    const row = event.target.closest('.row');
    if (row && !row.hasAttribute('aria-current')) select(row, false);
  });
  addEventListener('pageshow', () => {
    const row = document.getElementById(`a-${sessionStorage.getItem('cw-row')}`);
    if (!row) return;
    sessionStorage.removeItem('cw-row');
    select(row);
  });
  if (document.body.dataset.top === 'yes') addEventListener('pagehide', lookedNow);
}
