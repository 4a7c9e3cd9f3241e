// The result page's style sheet: A4 upright, readable on screen too. Colours are the light tokens of the visual
// language; every state also has a shape and a word, so grey print tells all. Tables carry the layout because Word
// keeps them.
#pragma once

namespace sonae::report {

inline constexpr const char* kStyle = R"css(
html{font-family:'BIZ UDPGothic','BIZ UDGothic','Noto Sans CJK JP',sans-serif;font-size:9.5pt;line-height:1.6;color:#15201F;background:#FFFFFF;
 line-break:strict;overflow-wrap:break-word}
body{max-width:180mm;margin:0 auto}
@media screen{body{padding:10mm}}
p,ul,h1,h2,h3,table{margin:0;padding:0}
h1,h2,h3,.ending{word-break:keep-all;line-height:1.35;break-after:avoid}
h1{font-size:15pt}
h2{font-size:13pt;margin-top:9mm;padding-top:2.5mm;border-top:0.5mm solid #15201F}
h3{font-size:10.5pt}
h2+p.key{margin-top:0.5mm}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;font-weight:normal;padding:0}
.key,.cap{font-size:8pt;line-height:1.5;color:#3F4D4A}
.num{font-family:'BIZ UDGothic','BIZ UDPGothic','Noto Sans CJK JP',sans-serif;white-space:nowrap}
td.num,th.num{text-align:right}
.bad{color:#A83200}.good{color:#00684D}
.top td{vertical-align:bottom;color:#3F4D4A;font-size:8.5pt}
.top td.num{text-align:right}
.kind{font-weight:bold;color:#0B5FA5}
.where{margin-top:1mm;color:#3F4D4A}
.as-recorded{margin-top:3mm;padding:1.5mm 3mm;border:0.3mm solid #15201F;font-size:9pt;line-height:1.5;break-inside:avoid}
.outcome{margin-top:4.5mm;break-inside:avoid}
.ending{font-size:20pt;font-weight:bold}
.outcome .told{margin-top:2mm;font-size:10pt}
.outcome .sum{margin-top:2mm;font-size:11pt;font-weight:bold}
.figures{margin-top:4.5mm;table-layout:fixed;border-top:0.5mm solid #15201F;border-bottom:0.2mm solid #7C8A87;break-inside:avoid}
.figures td{padding:2mm 3mm 2.5mm 0}
.figures td+td{border-left:0.2mm solid #D2D9D7;padding-left:3mm}
.figures .big{font-size:17pt;line-height:1.3;font-weight:bold;white-space:nowrap}
.figures .why{margin-top:1mm;font-size:8.5pt;line-height:1.45}
.figures+.key{margin-top:1.5mm}
.letters{margin-top:3mm;font-size:8pt;line-height:1.4;table-layout:fixed}
.letters tr{break-inside:avoid}
.letters td{padding:0.6mm 4mm 0.6mm 7mm}
.letters .letter{float:left;margin-left:-7mm}
.chart{margin-top:4.5mm;break-inside:avoid}
.chart svg{display:block;width:100%;height:auto}
.rows{margin-top:2.5mm;font-size:8.5pt;line-height:1.45}
.rows th{font-size:8pt;color:#3F4D4A;padding:0 2.5mm 1mm 0;vertical-align:bottom;border-bottom:0.3mm solid #7C8A87}
.rows td{padding:0.6mm 2.5mm 0.6mm 0;border-bottom:0.15mm solid #D2D9D7}
.rows td:last-child,.rows th:last-child{padding-right:0}
.rows tr{break-inside:avoid}
.rows .total td{border-top:0.3mm solid #7C8A87;border-bottom:none;font-weight:bold}
.rows .plain td{border-bottom:none;color:#3F4D4A}
.rows .sub{display:block;font-size:8pt;line-height:1.45;color:#3F4D4A}
.keep{break-inside:avoid}
h2+.key{break-after:avoid}
.rows .day td{padding-top:3mm;font-weight:bold}
.timeline .at{width:30mm}.timeline .lane{width:18mm}
.actions,.deadlines,.preparation,.owners{table-layout:fixed}
.actions .c2{width:22mm}.actions .c3,.actions .c4,.actions .c5{width:21mm}.actions .c6{width:19mm}.actions .c7{width:26mm}
.deadlines .c2{width:28mm}.deadlines .c3,.deadlines .c4,.deadlines .c5{width:21mm}.deadlines .c6{width:25mm}
.deadlines{break-inside:avoid}
.preparation .c1{width:19mm}.preparation .c2{width:56mm}.preparation .c3{width:26mm}
.changes{table-layout:fixed}.changes .c1{width:19mm}.changes .c2{width:43mm}.changes .c3{width:16mm}.changes .c5{width:42mm}
.changes+.key{margin-top:4mm}
.owners{margin-top:3.5mm}.owners+.owners{break-inside:avoid}.owners th.num{white-space:normal}.owners .who{width:24mm}.owners .wide{width:20mm}.owners .narrow{width:15.5mm}
.lane{white-space:nowrap;color:#3F4D4A}
.harm td{font-weight:bold}.harm .lane{color:#A83200}
.letter{display:inline-block;min-width:4.6mm;border:0.3mm solid #0B5FA5;text-align:center;font-weight:bold;color:#0B5FA5;line-height:4.4mm;font-size:9pt}
.letter.silent{border-style:dashed;border-radius:2.6mm;border-color:#A83200;color:#A83200}
.decision{margin-top:5mm;padding-top:3mm;border-top:0.2mm solid #7C8A87;break-inside:avoid}
.decision table{table-layout:fixed}
.decision .mark{width:8mm;padding-top:0.3mm}
.decision .asked{font-size:8.5pt;color:#3F4D4A}
.decision .question{margin-top:1mm;font-size:8.5pt;line-height:1.55}
.answer{margin-top:2mm}
.answer td{background:#E2EEF8;padding:1.6mm 3mm}
.answer.silent td{background:#FBE5DB}
.answer .cap{width:22mm;padding-right:0}
.answer td+td{padding-left:0}
.answer .said{font-weight:bold}
.halves{margin-top:2mm;font-size:8.5pt;line-height:1.5}
.halves td{padding-right:5mm}
.halves td+td{padding-right:0}
.halves ul{list-style:none}
.halves li{margin-top:0.6mm;padding-left:4.5mm}
.halves ul+.cap,.halves p+.cap{margin-top:1.2mm}
.halves .sign{float:left;margin-left:-4.5mm}
.halves .at{color:#3F4D4A}
.halves .note{color:#5A6865}
.back{margin-top:2mm;padding-left:3mm;border-left:0.8mm solid #D2D9D7;font-size:9pt}
.moved{margin-top:1.5mm;font-size:8.5pt}
.card{margin-top:2.5mm;border:0.2mm solid #7C8A87;break-inside:avoid}
.card td{padding:2mm 3mm}
.card .tick{width:6mm;padding-right:0;font-size:13pt;line-height:1}
.card .line{min-height:1.6em}
.blank .line{height:7mm;border-bottom:0.2mm solid #D2D9D7}
.card .todo{width:44mm;border-left:0.2mm solid #D2D9D7;font-size:8.5pt}
.card .then{margin-top:0.8mm;font-size:9pt}
.record{margin-top:5mm;break-before:avoid;padding-top:2mm;border-top:0.2mm solid #7C8A87;font-size:8pt;line-height:1.6;color:#3F4D4A;break-inside:avoid}
)css";

} // namespace sonae::report
