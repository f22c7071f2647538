/** What a page's text is, by example: the names Amazon Rekognition, Amazon and NIST in `html`. */
export type PageCase = readonly [title: string, html: string, ...found: string[]];

export const pageNames: readonly string[] = ['Amazon Rekognition', 'Amazon', 'NIST'];

/** Read by the project's own code and by the libraries of the bench. */
export const pageCases: readonly PageCase[] = [
  ['across inline elements', '<p>Ama<b>zon</b> <i>Rekog<span>nition</span></i></p>', 'Amazon Rekognition'],
  ['across wbr', '<p>Amazon Rekog<wbr>nition</p>', 'Amazon Rekognition'],
  ['across a comment', '<p>Ama<!-- x -->zon</p>', 'Amazon'],
  ['across a hidden element', '<p>Amazon <span hidden>x</span>Rekognition</p>', 'Amazon Rekognition'],
  ['in every item of a list without spaces', '<ul><li>Amazon</li><li>NIST</li></ul>', 'Amazon', 'NIST'],
  ['not across list items', '<ul><li>Amazon </li><li>Rekognition</li></ul>', 'Amazon'],
  ['not across table cells', '<table><tr><td>Amazon <td>Rekognition</table>', 'Amazon'],
  ['not across br', '<p>Amazon<br>Rekognition</p>', 'Amazon'],
  ['before and behind br', '<p>Amazon<br>NIST<br>NIST</p>', 'Amazon', 'NIST', 'NIST'],
  [
    'across elements that nobody knows',
    '<p>Amazon <tool-tip>Rekog<x>nition</x></tool-tip></p>',
    'Amazon Rekognition',
  ],
  ['across an output', '<p>Amazon <output>Rekognition</output></p>', 'Amazon Rekognition'],
  ['before a note sign', '<p>NIST<sup>1</sup> NIST<sup><a href="#a">[2]</a></sup>', 'NIST', 'NIST'],
  ['before a note letter and a trade mark', '<p>NIST<sup>a</sup>, NIST<sup>TM</sup>', 'NIST', 'NIST'],
  ['across a note sign', '<p>Amazon<sup>®</sup> Rekog<sup>1</sup> <sub>2</sub>', 'Amazon'],
  ['but not before a raised part of a word', '<p>NIST<sup>er</sup> NIST<sub>x</sub>y</p>'],
  ['in a button, and on both sides of it', '<p>Amazon <button>NIST</button> Rekognition', 'Amazon', 'NIST'],
  ['not across a picture', '<p>Amazon <img> Rekognition</p>', 'Amazon'],
  ['not run together by inline elements', '<p><span>Media</span><span>Amazon</span></p>'],
  ['beside a block within a line', '<div>at Amazon<p>NIST</p>and NIST</div>', 'Amazon', 'NIST', 'NIST'],
  ['in a block within a link', '<a href="#"><h2>Amazon</h2><p>NIST</p></a>', 'Amazon', 'NIST'],
  [
    'not in scripts and styles',
    '<script>"Amazon"</script><style>/*Amazon*/</style><noscript>Amazon</noscript>',
  ],
  [
    'not in inputs',
    '<textarea>Amazon</textarea><select><option>Amazon</select><button hidden>Amazon</button>',
  ],
  [
    'not in editors',
    '<div contenteditable>Amazon</div><div class="x CodeMirror"><p>Amazon</p></div><div class="cm-editor">Amazon</div><div class="ql-container">Amazon</div><p role="textbox">NIST',
  ],
  ['but in what is not editable', '<div contenteditable="false">Amazon</div>', 'Amazon'],
  ['not in code', '<pre>Amazon</pre><p><code>Amazon</code> <kbd>NIST</kbd></p>'],
  ['not in drawings and formulas', '<svg><text>Amazon</text></svg><math><mtext>NIST</mtext></math>'],
  ['not in what attributes hide', '<div hidden><p>Amazon</p></div><p aria-hidden="true">NIST</p>'],
  [
    'not in what inline styles hide',
    '<p style="color:red; display : none">Amazon</p><p style="visibility:hidden">NIST',
  ],
  [
    'in an element that is named like this extension',
    '<div id="sidelight-card"><p>Amazon</p></div>',
    'Amazon',
  ],
  ['but where a style only sounds like it', '<p style="border:none;overflow:hidden">Amazon</p>', 'Amazon'],
];
