"""Result and history → documents: reportlab, no Qt."""
