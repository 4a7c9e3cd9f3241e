// What activities add to the result page's style sheet: ruled tables, room to write by hand, a page for each sheet.
#pragma once

namespace sonae::report {

inline constexpr const char* kActivityStyle = R"css(
.grid{margin-top:2.5mm;font-size:8.5pt;line-height:1.45;table-layout:fixed}
.grid th,.grid td{border:0.2mm solid #7C8A87;padding:0.8mm 1.4mm;overflow-wrap:anywhere}
.grid th{background:#EEF2F1;font-size:8pt;line-height:1.35;vertical-align:middle;hyphens:auto}
:lang(ja) .grid th{word-break:keep-all}
.grid td.name{font-weight:bold;background:#F7F9F8}
.grid thead{display:table-header-group}
.grid tr,.grid tbody.row{break-inside:avoid}
.grid tbody.row tr{break-after:avoid}.grid tbody.row tr:last-child{break-after:auto}
.grid tbody.row+tbody.row{border-top:0.5mm solid #3F4D4A}
.grid .sub{display:block;margin-top:0.4mm;font-weight:normal;font-size:8pt;line-height:1.4;color:#3F4D4A}
.grid .computed{background:#EEF2F1}
.grid .figure,.grid th.figure{text-align:right}
.grid .tick,.grid th.tick{text-align:center}
.grid td.tick{font-size:11pt;vertical-align:middle}
.grid .place td{background:#E2EEF8}
.grid .count{font-weight:normal;font-size:8pt;color:#3F4D4A}
.grid td.count{color:#15201F;font-size:9pt}
.grid .bar{display:block;height:1.2mm;line-height:1.2mm;font-size:1pt;background:#0B5FA5}
.grid .when{font-size:8pt}
.gone{color:#5A6865;font-size:8pt}
.write td{height:11mm}
.write .now{display:block;font-size:8pt;line-height:1.3;color:#3F4D4A}
.write .hint{color:#7C8A87;font-size:8.5pt;white-space:nowrap}
.write td.figure .hint{vertical-align:bottom}
.questions td.tick{font-size:10.5pt;white-space:nowrap}
.questions td{padding-top:1.6mm;padding-bottom:1.6mm}
.mark{margin-top:2mm;padding:1mm 2.5mm;border-left:0.8mm solid #A83200;font-size:8.5pt}
.legend-head{margin-top:4mm;font-weight:bold;font-size:8.5pt;break-after:avoid}
.legend{margin-top:1mm;font-size:8pt;line-height:1.5}
.legend th{width:30mm;padding:0.6mm 2mm 0.6mm 0;font-weight:bold;word-break:keep-all}
.legend td{padding:0.6mm 0}
.legend tr{break-inside:avoid;border-bottom:0.15mm solid #D2D9D7}
.values{list-style:none;font-size:8pt;line-height:1.5}
.values li{display:inline;margin-right:4mm}
.values.told li{display:block;margin-right:0}
.lookup{margin-top:2mm;break-inside:avoid}
.lookup table{width:auto;font-size:8pt}
.lookup th,.lookup td{border:0.2mm solid #7C8A87;padding:0.4mm 2mm;text-align:center}
.budget{margin-top:2.5mm;font-size:10pt;font-weight:bold}
.lines .line{height:8.5mm;border-bottom:0.2mm solid #7C8A87}
.prompt{margin-top:4mm}
.prompt h3,.prompt .key{break-after:avoid}
.prompt .cap{margin-top:2mm;break-after:avoid}
.lines{break-inside:avoid}
.note{margin-top:1mm;padding-left:3mm;border-left:0.8mm solid #D2D9D7;font-size:9.5pt}
.situation{margin-top:4mm;break-inside:avoid}
h2.part{margin-top:6mm;font-size:11.5pt;border-top:none;padding-top:0}
.findings{margin-top:3mm;font-size:8.5pt;line-height:1.5}
.findings ul{padding-left:5mm}
.findings .cap{font-weight:bold;break-after:avoid}
.sheet-head td{vertical-align:bottom}
.sheet-head .fill{text-align:right;white-space:nowrap;font-size:9.5pt}
.sheet-head h1{margin-top:0.5mm}
.tasks{margin-top:2.5mm;font-size:9pt;line-height:1.55;table-layout:fixed}
.tasks td{padding:0.8mm 0}
.tasks .how{width:34mm;padding-right:3mm;color:#3F4D4A;font-size:8pt;line-height:1.75}
@media print{body{max-width:none;margin:0}.across{page:across}}
.agenda .c1{width:auto}.agenda .c2{width:30mm}.agenda .c3{width:18mm}.agenda .c4{width:30mm}
.brought{table-layout:fixed}.brought .c2{width:30mm}.brought .c3{width:48mm}
.left{table-layout:fixed}.left .c1{width:58mm}.left .c2{width:36mm}
.facts .c1{width:auto}.facts .c2{width:62mm}
.keys td{padding:2mm 3mm 2.5mm 0}
)css";

// Of a file of sheets alone: each begins a page, and wide ones lie across.
inline constexpr const char* kSheetStyle = R"css(
body{max-width:none;margin:0}
.sheet{max-width:180mm;break-before:page}
.sheet.wide{max-width:267mm}
.sheet:first-of-type{break-before:auto}
@media screen{.sheet+.sheet{margin-top:14mm;padding-top:10mm;border-top:0.5mm dashed #7C8A87}}
)css";

} // namespace sonae::report
