using ZStackGen.Specs.Parsing;

namespace ZStackGen.Specs.Layouts;

/// <summary>
/// One layout in which pages are published. A layout knows its layout's quirks and turns the text into drafts
/// (<see cref="PageReading.Apis"/>, <see cref="PageReading.Types"/>); what all layouts share is in Parsing.
/// To add a layout, add a class and name it in <see cref="LayoutRegistry"/>.
/// </summary>
internal abstract class Layout
{
    /// <summary>Certainty that no other layout can outbid; the search ends there.</summary>
    public const int Certain = 100;

    /// <summary>What the layout is called in messages and in specs/README.md.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// How well the text fits this layout, from 0 (not this layout) to <see cref="Certain"/>. The highest wins. Decided by evidence in the
    /// text, never by the file's name; must be quick, since every layout is asked about every page.
    /// </summary>
    public abstract int Score(PageReading reading);

    /// <summary>Reads the page into drafts. Must be linear in the text and must not throw.</summary>
    public abstract void Read(PageReading reading);
}
