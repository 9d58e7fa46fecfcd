// Feeds: a fetch that is asked for answers in its row; the rest of the page stays where it is.
import { say } from './list.js';
import { tick } from './time.js';

document.querySelector('.tbl.feeds')?.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.dataset.part !== 'row') return;
  event.preventDefault();
  const row = form.closest('tr'), button = form.querySelector('button'), name = row.querySelector('.feed').textContent;
  button.disabled = true;
  button.firstChild.textContent = 'Fetching';
  try {
    const answer = await fetch(`${form.action}?part=row`, { method: 'POST' });
    const shell = document.createElement('template');
    shell.innerHTML = await answer.text();
    const next = shell.content.querySelector('tr');
    if (!next) throw new Error('no row');
    row.replaceWith(next);
    tick(true);
    next.querySelector('button').focus({ preventScroll: true });
    const asked = next.querySelector('.asked');
    say(answer.ok && asked ? `${name}: ${asked.textContent}` : `${name}: asked a moment ago.`);
  } catch {
    button.disabled = false;
    button.firstChild.textContent = 'Fetch now';
    say(`${name} was not fetched. Try again.`);
  }
});
