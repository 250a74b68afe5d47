"""The web page with its walls: profile, requests, navigation, permissions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)

from editor_app.gui.preview.site_files import image_at
from editor_app.gui.preview.walls import CONTENT_POLICY, SCHEME, Walls

_OFF = (
    "AllowGeolocationOnInsecureOrigins",
    "AllowRunningInsecureContent",
    "AllowWindowActivationFromJavaScript",
    "AutoLoadIconsForPage",
    "BackForwardCacheEnabled",
    "DnsPrefetchEnabled",
    "ErrorPageEnabled",
    "FocusOnNavigationEnabled",
    "FullScreenSupportEnabled",
    "HyperlinkAuditingEnabled",
    "JavascriptCanAccessClipboard",
    "JavascriptCanOpenWindows",
    "JavascriptCanPaste",
    "LocalContentCanAccessFileUrls",
    "LocalContentCanAccessRemoteUrls",
    "LocalStorageEnabled",
    "NavigateOnDropEnabled",
    "PdfViewerEnabled",
    "PluginsEnabled",
    "ScreenCaptureEnabled",
    "TouchIconsEnabled",
    "WebGLEnabled",
)
_POLICY = QByteArray(CONTENT_POLICY.encode())
_OWN_SCHEMES = ("post", "data")


class SiteHandler(QWebEngineUrlSchemeHandler):
    """Answers post: with the page at its own address and with images of the site elsewhere."""

    def __init__(self, serve: Callable[[], str], walls: Walls, parent: QObject) -> None:
        super().__init__(parent)
        self._serve = serve
        self._walls = walls
        self.root: Path | None = None
        self.page_path = "/"

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path()
        if self._walls.policy:
            # A map of one name to several values: PySide drops a value that is not in a list.
            job.setAdditionalResponseHeaders({b"Content-Security-Policy": [_POLICY]})  # type: ignore[dict-item]
        if bytes(job.requestMethod().data()) != b"GET":
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif path == self.page_path:
            self._reply(job, "text/html; charset=utf-8", self._serve().encode("utf-8", "replace"))
        else:
            image = image_at(self.root, path) if self.root is not None else None
            if image is None:
                job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            else:
                self._reply(job, image.mime, image.data)

    def _reply(self, job: QWebEngineUrlRequestJob, mime: str, data: bytes) -> None:
        buffer = QBuffer(job)
        buffer.setData(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(mime.encode(), buffer)


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Lets requests for post: and data: pass, and no other."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in _OWN_SCHEMES:
            info.block(True)


class WebPage(QWebEnginePage):
    """A page that shows the post and can't be led anywhere else."""

    link_activated = Signal(str)

    def __init__(self, profile: QWebEngineProfile, walls: Walls, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._walls = walls
        settings = self.settings()
        for name in _OFF:
            settings.setAttribute(getattr(QWebEngineSettings.WebAttribute, name), False)
        settings.setAttribute(
            QWebEngineSettings.WebAttribute.JavascriptEnabled, not walls.no_script
        )
        self.permissionRequested.connect(self._deny)

    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        target, place, own = QUrl(url), QUrl(url), self.requestedUrl()
        for one in (place, own):
            one.setFragment("")
        if (place == own and is_main_frame) or not self._walls.navigation:
            return True
        if type == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            self._offer(target)
        return False

    def createWindow(self, type: QWebEnginePage.WebWindowType) -> None:  # type: ignore[override]
        return None

    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        old_files: object,
        accepted_mime_types: object,
    ) -> list[str]:
        return []

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line_number: int,
        source_id: str,
    ) -> None:
        """A post's own faults (a blocked image, say) are not for our log."""

    def _offer(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https", "mailto"):
            self.link_activated.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    def _deny(self, permission: QWebEnginePermission) -> None:
        permission.deny()


def walled_profile(
    handler: SiteHandler, interceptor: Interceptor, walls: Walls
) -> QWebEngineProfile:
    """A profile that keeps nothing, downloads nothing and asks nobody.

    It has no parent yet: it must go after its page, and children go in the
    order in which they came.
    """
    profile = QWebEngineProfile()
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.installUrlSchemeHandler(QByteArray(SCHEME), handler)
    if walls.interceptor:
        profile.setUrlRequestInterceptor(interceptor)
    profile.downloadRequested.connect(_refuse)
    return profile


def _refuse(download: QWebEngineDownloadRequest) -> None:
    download.cancel()
