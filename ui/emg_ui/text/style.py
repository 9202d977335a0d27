"""The style sheet of the window, made of a `Look`."""

from __future__ import annotations

from emg_ui.text.theme import Look


def style_sheet(look: Look) -> str:
    """Return the style sheet of every plain control: large targets, visible focus."""
    t, body = look.theme, look.points()
    pad, box = round(6 * look.scale), round(18 * look.scale)
    return f"""
    * {{ font-size: {body}pt; color: {t.text}; }}
    QMainWindow, QWidget#screen, QScrollArea, QDialog
        {{ background: {t.background}; border: none; }}
    QWidget#card {{ background: {t.panel}; border: 1px solid {t.border}; border-radius: 6px; }}
    QWidget#sign {{ background: {t.panel}; border: 3px solid {t.bad}; border-radius: 8px; }}
    QWidget#question {{ background: {t.panel}; border: 3px solid {t.note}; border-radius: 8px; }}
    QWidget#sheet {{ background: {t.panel}; border: 2px solid {t.note}; border-radius: 8px; }}
    QWidget#inside {{ background: {t.panel}; }}
    QLabel {{ background: transparent; }}
    QLabel[role="title"] {{ font-weight: bold; color: {t.muted}; }}
    QLabel[role="headline"] {{ font-size: {look.points(1.3)}pt; font-weight: bold; }}
    QLabel[role="strong"] {{ font-weight: bold; }}
    QLabel[role="huge"] {{ font-size: {look.points(2.2)}pt; font-weight: bold; }}
    QLabel[role="muted"] {{ color: {t.muted}; }}
    QLabel[role="right"] {{ color: {t.right}; font-weight: bold; }}
    QLabel[role="left"] {{ color: {t.left}; font-weight: bold; }}
    QLabel[role="banner"] {{ background: {t.banner}; color: {t.on_banner}; font-weight: bold;
        padding: 1px; }}
    QFrame#alarm {{ background: {t.bad}; }}
    QLabel[role="alarm"] {{ background: {t.bad}; color: {t.background}; font-weight: bold; }}
    QLabel[tone="good"] {{ color: {t.good}; }}
    QLabel[tone="note"] {{ color: {t.note}; }}
    QLabel[tone="warn"] {{ color: {t.warn}; }}
    QLabel[tone="bad"] {{ color: {t.bad}; }}
    QLabel[tone="chosen"] {{ color: {t.on_accent}; }}
    QPushButton {{ background: {t.panel}; border: 2px solid {t.border}; border-radius: 6px;
        padding: {pad}px {2 * pad}px; min-height: {round(26 * look.scale)}px; }}
    QPushButton:focus, QLineEdit:focus, QComboBox:focus, QTableView:focus, QPlainTextEdit:focus,
    QListView:focus,
    QSpinBox:focus, QDoubleSpinBox:focus, QCheckBox:focus
        {{ border: 2px solid {t.note}; }}
    QPushButton:checked {{ background: {t.accent}; color: {t.on_accent};
        border-color: {t.accent}; }}
    QPushButton[kind="main"] {{ background: {t.accent}; color: {t.on_accent};
        border-color: {t.accent}; font-weight: bold; }}
    QPushButton[kind="main"]:focus {{ border-color: {t.text}; }}
    QPushButton[kind="field"] {{ text-align: left; padding: 2px 8px;
        min-height: {round(44 * look.scale) - 8}px; }}
    QPushButton[kind="action"] {{ padding: 2px 8px; min-height: {round(44 * look.scale) - 8}px; }}
    QPushButton[kind="phase"] {{ padding: 0px {pad}px; min-height: {round(24 * look.scale)}px; }}
    QPushButton:disabled {{ color: {t.muted}; border-style: dashed; }}
    QLineEdit, QComboBox, QPlainTextEdit, QTableView, QListView, QSpinBox, QDoubleSpinBox {{
        background: {t.background}; border: 2px solid {t.border}; border-radius: 4px;
        padding: {pad // 2}px; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; }}
    QComboBox QAbstractItemView {{ background: {t.panel}; color: {t.text}; }}
    QTableView#sheet {{ font-size: {look.points(1.1 if look.is_large else 1.5)}pt; }}
    QHeaderView::section {{ background: {t.panel}; color: {t.muted}; border: none;
        padding: {pad // 2}px; }}
    QTableView {{ gridline-color: {t.grid}; }}
    QCheckBox::indicator {{ width: {box}px; height: {box}px; background: {t.background};
        border: 2px solid {t.muted}; border-radius: 3px; }}
    QCheckBox::indicator:checked {{ background: {t.note}; border-color: {t.text}; }}
    QCheckBox {{ spacing: {pad}px; padding: {pad // 2}px; border: 2px solid transparent;
        min-height: {round(26 * look.scale)}px; }}
    QMenu {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.border}; }}
    QMenu::item {{ padding: {pad}px {3 * pad}px; }}
    QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
    QPushButton::menu-indicator {{ width: 0px; }}
    QProgressBar {{ background: {t.grid}; border: none; border-radius: 4px;
        max-height: {round(10 * look.scale)}px; min-height: {round(10 * look.scale)}px; }}
    QProgressBar::chunk {{ background: {t.note}; border-radius: 4px; }}
    QScrollBar:vertical {{ background: {t.background}; width: {round(14 * look.scale)}px; }}
    QScrollBar::handle:vertical {{ background: {t.border}; min-height: 40px; border-radius: 5px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QToolTip {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.border}; }}
    """
