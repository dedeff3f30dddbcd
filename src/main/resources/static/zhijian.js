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
