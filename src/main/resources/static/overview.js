// Draws each picture of the overview from the table behind it; without this script the tables stand open.
(() => {
  // steps of one blue, told apart by lightness as well as by their order; three columns run from the heaviest to the lightest
  const blues = { 1: ['#1f5fd0'], 2: ['#1f5fd0', '#a3c2f3'], 3: ['#12387f', '#3d7ae0', '#a9c7f5'] };
  const ink = '#1d2733', quiet = '#5b6675', line = '#dde3ea';

  function read(picture) {
    const table = picture.parentElement.querySelector('table');
    const drawn = Number(picture.dataset.drawn);
    const heads = [...table.tHead.rows[0].cells].slice(1, 1 + drawn).map((cell) => cell.textContent);
    const rows = [...table.tBodies[0].rows].map((row) => ({
      label: row.cells[0].textContent.trim(),
      cells: [...row.cells].slice(1, 1 + drawn).map((cell) => ({
        value: Number(cell.dataset.value),
        href: cell.querySelector('a')?.getAttribute('href'),
      })),
    }));
    return { heads, rows };
  }

  function axes(kind, labels, width, size) {
    const names = {
      type: 'category', data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
      axisLabel: { color: ink, fontSize: size },
    };
    const numbers = {
      type: 'value', minInterval: 1, axisLabel: { color: quiet, fontSize: size }, splitLine: { lineStyle: { color: line } },
    };
    if (kind !== 'bars') {
      return { xAxis: { ...names, boundaryGap: kind === 'columns' }, yAxis: numbers };
    }
    const wide = Math.round(Math.min(width * 0.42, size * 17));
    return {
      xAxis: { ...numbers, splitNumber: 4 },
      yAxis: { ...names, inverse: true, axisLabel: { ...names.axisLabel, width: wide, overflow: 'break', lineHeight: size * 1.3, interval: 0 } },
    };
  }

  function series(kind, { heads, rows }, size) {
    return heads.map((name, i) => ({
      name,
      type: kind === 'lines' ? 'line' : 'bar',
      stack: kind === 'bars' ? 'all' : undefined,
      symbol: ['circle', 'rect', 'triangle'][i % 3],
      symbolSize: 7,
      barMaxWidth: 18,
      lineStyle: { width: 2, type: ['solid', 'dashed', 'dotted'][i % 3] },
      label: heads.length === 1 && kind === 'bars'
        ? { show: true, position: 'right', color: ink, fontSize: size } : { show: false },
      emphasis: { disabled: true },
      cursor: kind === 'lines' ? 'default' : 'pointer',
      data: rows.map((row) => row.cells[i].value),
    }));
  }

  function option(kind, table, width, size) {
    const many = table.heads.length > 1;
    return {
      animation: false,
      color: blues[table.heads.length],
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size },
      grid: { left: 4, right: 28, top: many ? size * 2.8 : 8, bottom: 4, containLabel: true },
      legend: many ? { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: ink, fontSize: size }, selectedMode: false } : undefined,
      tooltip: { trigger: 'axis', axisPointer: { type: kind === 'lines' ? 'line' : 'shadow' }, confine: true, textStyle: { fontSize: size, color: ink } },
      ...axes(kind, table.rows.map((row) => row.label), width, size),
      series: series(kind, table, size),
    };
  }

  function draw(picture) {
    const kind = picture.dataset.drawing;
    const table = read(picture);
    const size = Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8125);
    picture.hidden = false;
    const long = picture.clientWidth < 480 && table.rows.some((row) => row.label.length > 12);
    const height = kind === 'bars' ? table.rows.length * size * (long ? 3.4 : 2.4) + size * 5 : size * 19;
    const chart = echarts.init(picture, null, { renderer: 'svg', height });
    const show = () => {
      chart.resize({ width: picture.clientWidth, height });
      chart.setOption(option(kind, table, picture.clientWidth, size), true);
    };
    show();
    chart.on('click', ({ dataIndex, seriesIndex }) => {
      const href = table.rows[dataIndex].cells[seriesIndex].href;
      if (href) location.href = href;
    });
    let waiting = 0;
    addEventListener('resize', () => { clearTimeout(waiting); waiting = setTimeout(show, 100); });
  }

  function fold(section) {
    const button = section.querySelector('[data-toggle]');
    const behind = section.querySelector('.zj-behind');
    button.hidden = false;
    behind.classList.add('zj-folded');
    button.addEventListener('click', () => {
      const open = behind.classList.toggle('zj-folded') === false;
      button.setAttribute('aria-expanded', String(open));
    });
  }

  document.querySelectorAll('.zj-picture').forEach((picture) => {
    draw(picture);
    fold(picture.closest('.zj-figure'));
  });
})();
