// Looks for secrecy marks before anything leaves the machine; the server looks again. See regulations/markings.yaml.
(() => {
  const invisible = /[\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;
  const textual = /\.(txt|csv|jsonl?|xml|ya?ml|md|html?|svg)$/i;
  const office = /\.(docx|xlsx|pptx)$/i;
  let known = null;

  const load = () => fetch('/markings?lang=' + document.documentElement.lang, { credentials: 'same-origin' })
    .then((answer) => answer.json())
    .then((data) => {
      known = { ...data, patterns: Object.values(data.patterns).map((source) => new RegExp(source, 'mu')) };
    });
  // a page that cannot load the patterns still works: the server refuses what the browser did not see
  const loading = load().catch(() => load()).catch(() => { known = { patterns: [], found: '', foundInFile: '' }; });

  const marked = (text) => {
    const visible = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(invisible, '').normalize('NFKC');
    return known.patterns.some((pattern) => pattern.test(visible));
  };

  const isText = (field) => field.tagName === 'TEXTAREA'
    || (field.tagName === 'INPUT' && ['text', 'search', 'url', 'email', 'tel'].includes(field.type));

  // what cannot be read here, the server looks at
  const insideMarked = (file) => import('/assets/marking-office.js')
    .then((reader) => reader.texts(file)).then((texts) => texts.some(marked)).catch(() => false);

  const fileMarked = async (file) => marked(file.name) || marked(file.name.replace(/\.[^.]*$/, ''))
    || (office.test(file.name) && await insideMarked(file))
    || ((file.type.startsWith('text/') || textual.test(file.name)) && marked(await file.slice(0, 8 << 20).text()));

  const wordsOf = (field) => document.getElementById(field.dataset.marking || '');

  const clear = (field) => {
    const words = wordsOf(field);
    if (!words) return;
    words.remove();
    field.classList.remove('is-invalid');
    field.removeAttribute('aria-invalid');
    const others = (field.getAttribute('aria-describedby') || '').split(' ').filter((id) => id && id !== words.id);
    if (others.length) field.setAttribute('aria-describedby', others.join(' '));
    else field.removeAttribute('aria-describedby');
    delete field.dataset.marking;
  };

  const complain = (field, text) => {
    clear(field);
    const words = document.createElement('div');
    words.id = 'marking-' + Math.random().toString(36).slice(2);
    words.className = 'invalid-feedback d-block';
    words.setAttribute('role', 'alert');
    words.textContent = text;
    field.after(words);
    field.dataset.marking = words.id;
    field.classList.add('is-invalid');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', ((field.getAttribute('aria-describedby') || '') + ' ' + words.id).trim());
  };

  /** Marks the fields of a form that may not leave; returns the first. */
  const checkFields = (fields) => {
    let first = null;
    for (const field of fields) {
      if (!isText(field)) continue;
      clear(field);
      if (marked(field.value)) {
        complain(field, known.found);
        first = first || field;
      }
    }
    return first;
  };

  const checkFiles = async (form) => {
    for (const field of form.querySelectorAll('input[type=file]')) {
      clear(field);
      for (const file of field.files) {
        if (await fileMarked(file)) {
          complain(field, known.foundInFile);
          return field;
        }
      }
    }
    return null;
  };

  const hasFiles = (form) => [...form.querySelectorAll('input[type=file]')].some((field) => field.files.length);
  const cleared = new WeakSet();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (cleared.delete(form)) return;
    const later = !known || hasFiles(form);
    const bad = known && checkFields(form.elements);
    if (!bad && !later) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (bad) {
      bad.focus();
      return;
    }
    const submitter = event.submitter;
    loading.then(async () => checkFields(form.elements) || await checkFiles(form)).then((field) => {
      if (field) {
        field.focus();
        return;
      }
      // a form does not send itself again while its own submit event is still under way
      setTimeout(() => {
        cleared.add(form);
        form.requestSubmit(submitter);
      });
    });
  }, true);

  // requests of htmx that are no submitted form, such as a field saved as it is typed
  document.addEventListener('htmx:beforeRequest', (event) => {
    const { elt, requestConfig } = event.detail;
    if (!known) {
      event.preventDefault();
      const again = requestConfig.triggeringEvent ? requestConfig.triggeringEvent.type : 'submit';
      loading.then(() => window.htmx.trigger(elt, again));
      return;
    }
    const form = elt.closest('form');
    const first = checkFields(form ? form.elements : [elt, ...elt.querySelectorAll('input, textarea')]);
    const sent = [...new FormData(form || undefined).values(), ...(requestConfig.formData ? requestConfig.formData.values() : [])];
    if (first || sent.some((value) => typeof value === 'string' && marked(value))) {
      event.preventDefault();
      (first || elt).focus();
    }
  });

  document.addEventListener('input', (event) => {
    if (event.target.dataset.marking && known && isText(event.target) && !marked(event.target.value)) clear(event.target);
  });
  document.addEventListener('change', (event) => {
    if (known && isText(event.target) && event.target.type !== 'search') checkFields([event.target]);
  });
})();
