using Xunit;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Tests;

/// <summary>The classification of all characters.</summary>
public sealed class CharactersTests
{
    [Fact]
    public void Blanks_are_control_characters_white_space_and_zero_width_marks()
    {
        for (int c = 0; c <= char.MaxValue; c++)
            Assert.True(Characters.IsBlank((char)c) == (c <= ' ' || (c >= 0x7f && (char.IsWhiteSpace((char)c) || Characters.IsInvisible((char)c)))), $"U+{c:X4}");
    }
}
