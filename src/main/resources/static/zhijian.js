// Small conveniences; every page works without them.
document.addEventListener('submit', (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});

// Lists by keyboard: / goes to the search field, j and k from entry to entry.
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === '/') {
    const field = document.querySelector('[data-search]');
    if (field) {
      event.preventDefault();
      field.select();
      field.focus();
    }
  } else if (event.key === 'j' || event.key === 'k') {
    const names = [...document.querySelectorAll('.zj-list .zj-name')];
    const next = names.indexOf(document.activeElement) + (event.key === 'j' ? 1 : -1);
    names[Math.max(0, Math.min(next, names.length - 1))]?.focus();
  }
});

// copies the text that a button names and says so; without the clipboard the text is selected
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const text = document.getElementById(button.dataset.copy);
  const select = () => window.getSelection().selectAllChildren(text);
  const done = () => { button.textContent = button.dataset.copied; };
  if (navigator.clipboard) navigator.clipboard.writeText(text.textContent.trim()).then(done, select);
  else select();
});
