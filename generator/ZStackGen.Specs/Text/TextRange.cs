namespace ZStackGen.Specs.Text;

/// <summary>A range of the page's text as offsets. <see cref="PageText.Span"/> adds the lines and columns.</summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset after the last character.</param>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;
}
