using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Pages;

/// <summary>
/// Finds pages that are not UTF-8. The compiler decodes them in the machine's default encoding without a warning, so that the result
/// would depend on the machine.
/// </summary>
internal static class FallbackEncoding
{
    /// <summary>Adds the finding about the first byte that is not UTF-8.</summary>
    /// <param name="path">The path of the page.</param>
    /// <param name="text">The text as the compiler decoded it.</param>
    /// <param name="findings">The other findings.</param>
    /// <returns>All findings.</returns>
    public static EquatableArray<Finding> Check(string path, SourceText text, EquatableArray<Finding> findings)
    {
        // Texts of an editor or a test can have no encoding.
        if (text.Encoding is not { } encoding || encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001)
            return findings;
        byte[] bytes = encoding.GetBytes(text.ToString());
        int invalid = EncodingFindings.FirstInvalidUtf8(bytes);
        if (invalid < 0)
            return findings;
        var all = new List<Finding> { EncodingFindings.NotUtf8(path, Encoding.UTF8.GetString(bytes, 0, invalid), bytes[invalid], encoding.GetCharCount(bytes, 0, invalid)) };
        foreach (Finding finding in findings)
        {
            // For a text in another encoding, the finding about the byte is more helpful.
            if (finding.Id != FindingRules.BinaryPage.Id)
                all.Add(finding);
        }

        return all.ToEquatableArray();
    }
}
