"""Result and history → documents: reportlab, no Qt."""

from app.reports.documents import PdfDocuments

__all__ = ["PdfDocuments"]
