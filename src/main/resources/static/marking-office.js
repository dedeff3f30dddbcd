// What an Office document says, part by part, for marking.js: read in the browser, so that a marked one does not leave it.
const MOST = 32 << 20;
const spoken = /\.(xml|rels|vml)$/i;

/** Where each part stands, by the directory at the end of the package. */
function* entries(view) {
  let end = view.byteLength - 22;
  while (end > 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const name = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    yield {
      name: new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, name)),
      packed: view.getUint16(at + 10, true) === 8,
      from: start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true),
      size: view.getUint32(at + 20, true),
    };
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

const read = async (view, entry, most) => {
  let stream = new Blob([new Uint8Array(view.buffer, entry.from, entry.size)]).stream();
  if (entry.packed) stream = stream.pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder();
  let text = '';
  for (const reader = stream.getReader(); text.length < most;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  return text;
};

const plain = (xml) => xml.replace(/<[^>]*>/g, '')
  .replace(/&#(\d+);/g, (all, number) => String.fromCodePoint(Math.min(Number(number), 0x10ffff)))
  .replace(/&#x([0-9a-f]+);/gi, (all, number) => String.fromCodePoint(Math.min(parseInt(number, 16), 0x10ffff)))
  .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

/** As it is shown and as it is written: words may be split among runs, stand in cells, be deleted, or be a watermark. */
const ways = (xml) => {
  const lines = (text) => plain(text.replace(/<(?:\w+:)?tab\b[^>]*>/g, '\t')
    .replace(/<\/(?:\w+:)?(?:p|tc|tr|si|is|comment)>|<(?:\w+:)?(?:br|cr)\b[^>]*>/g, '\n'));
  return [
    lines(xml),
    lines(xml.replace(/<(\w+:)?del(?:\s[^>]*[^/])?>[\s\S]*?<\/\1del>/g, '')),
    plain(xml.replace(/<\/[^>]*>/g, '\n')),
    [...xml.matchAll(/="([^"]*[^\x00-\x7f][^"]*)"/g)].map((value) => value[1]).join('\n'),
  ];
};

export const texts = async (file) => {
  const view = new DataView(await file.arrayBuffer());
  const all = [];
  let left = MOST;
  for (const entry of entries(view)) {
    if (spoken.test(entry.name) && left > 0) {
      const xml = await read(view, entry, left);
      left -= xml.length;
      all.push(...ways(xml));
    }
  }
  return all;
};
