namespace ZStackGen.Specs.Looks;

/// <summary>
/// One layout in which pages are published. A look knows its layout's quirks and turns the text into drafts
/// (<see cref="PageReading.Apis"/>, <see cref="PageReading.Types"/>); what is the same in all looks is in Blocks.
/// To add a look, add a class and name it in <see cref="LookRegistry"/>.
/// </summary>
internal abstract class Look
{
    /// <summary>Certainty that no other look can outbid; the search ends there.</summary>
    public const int Certain = 100;

    /// <summary>What the look is called in messages and in specs/README.md.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// How well the text fits this look, from 0 (not this look) to <see cref="Certain"/>. The highest wins. Decided by evidence in the
    /// text, never by the file's name; must be quick, since every look is asked about every page.
    /// </summary>
    public abstract int Evidence(PageReading reading);

    /// <summary>Reads the page into drafts. Must be linear in the text and must not throw.</summary>
    public abstract void Read(PageReading reading);
}
