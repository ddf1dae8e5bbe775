using ZStackGen.Specs.Parsing;

namespace ZStackGen.Specs.Layouts;

/// <summary>
/// A layout in which documentation pages are published. It handles the specifics of that layout and adds drafts to
/// <see cref="PageReading.Apis"/> and <see cref="PageReading.Types"/>; the code shared by all layouts is in Parsing.
/// To add a layout, add a class and register it in <see cref="LayoutRegistry"/>.
/// </summary>
internal abstract class Layout
{
    /// <summary>The highest score; the search for a layout ends at this score.</summary>
    public const int Certain = 100;

    /// <summary>Gets the name of the layout in messages and in specs/README.md.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Returns a score from 0 (not this layout) to <see cref="Certain"/> for the text; the layout with the highest score is used. The score
    /// depends only on the text, never on the file name. The method is called for every page and must be fast.
    /// </summary>
    public abstract int Score(PageReading reading);

    /// <summary>Reads the page into drafts. The run time must be linear in the text, and the method must not throw.</summary>
    public abstract void Read(PageReading reading);
}
