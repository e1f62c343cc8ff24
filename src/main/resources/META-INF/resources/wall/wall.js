// Asks for the middle of the page every few seconds; says so when nobody answers, and starts over when it is let go.
const EVERY = 5000;
const LOST_AFTER = 3;

let failed = 0;

async function look() {
  try {
    const answer = await fetch('/wall/now', { cache: 'no-store', signal: AbortSignal.timeout(EVERY) });
    if (answer.status === 401) {
      location.reload();
      return;
    }
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('now');
    if (!fresh) {
      throw new Error('no page of ours');
    }
    document.getElementById('now').replaceWith(document.adoptNode(fresh));
    failed = 0;
  } catch {
    failed += 1;
  }
  const lost = failed >= LOST_AFTER;
  document.getElementById('lost').hidden = !lost;
  document.body.classList.toggle('lost', lost);
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
