// A document dropped on its form is as good as a chosen one, and is checked at once; the form works without.
(() => {
  const form = document.querySelector('[data-drop]');
  if (!form) return;
  const field = form.querySelector('input[type=file]');
  const told = form.querySelector('[data-drop-told]');
  const tell = (words) => {
    told.textContent = words;
    told.hidden = !words;
  };

  const fits = (files) => {
    const one = files.length === 1 && /\.docx$/i.test(files[0].name);
    tell(!one ? form.dataset.one : files[0].size > Number(form.dataset.most) ? form.dataset.large : '');
    return told.hidden;
  };

  // a file dropped beside the form must not replace the page
  for (const kind of ['dragover', 'drop']) document.addEventListener(kind, (event) => event.preventDefault());

  form.addEventListener('dragover', () => form.classList.add('zd-over'));
  form.addEventListener('dragleave', () => form.classList.remove('zd-over'));
  form.addEventListener('drop', (event) => {
    form.classList.remove('zd-over');
    if (fits(event.dataTransfer.files)) {
      field.files = event.dataTransfer.files;
      form.requestSubmit(form.querySelector('button'));
    }
  });
  field.addEventListener('change', () => {
    if (field.files.length && !fits(field.files)) field.value = '';
  });
})();
