using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// The line below the breadcrumb: <c>POSTImage OperationsSince 0.6SynchronousAuth Required</c>, <c>PUTVM Instance Operations起始版本 4.7.0同步需要认证</c>.
/// The word for synchronous is the same on every page, so it identifies the layout but does not describe the API.
/// </summary>
/// <param name="Method">The method.</param>
/// <param name="Group">The group between method and version.</param>
/// <param name="Since">The version; empty if there is none.</param>
/// <param name="RequiresSession">Whether the line requires a session.</param>
/// <param name="IsChinese">Whether the line is in Chinese.</param>
internal readonly record struct ExplorerHeader(string Method, TextRange Group, TextRange Since, bool RequiresSession, bool IsChinese)
{
    private const int Longest = 300;

    private static readonly string[] s_since = ["Since", "起始版本"];

    private static readonly string[] s_synchrony = ["Asynchronous", "Synchronous", "异步", "同步"];

    /// <summary>Reads the line; returns <see langword="null"/> if it is not a header line.</summary>
    public static ExplorerHeader? Read(PageText page, TextRange line)
    {
        ReadOnlySpan<char> text = page[line];
        if (text.Length is < 8 or > Longest || HttpMethods.At(text) is not { } method || text[method.Length] == '/')
            return null;
        int synchrony = -1, behind = 0;
        foreach (string word in s_synchrony)
        {
            int at = text.LastIndexOf(word.AsSpan());
            if (at < method.Length)
                continue;
            (synchrony, behind) = (at, at + word.Length);
            break;
        }

        if (synchrony < 0)
            return null;
        ReadOnlySpan<char> left = text.Slice(0, synchrony);
        TextRange since = default;
        int groupEnd = left.Length;
        foreach (string label in s_since)
        {
            int at = left.LastIndexOf(label.AsSpan());
            if (at < method.Length || !HasDigit(left.Slice(at)))
                continue;
            groupEnd = at;
            since = page.Trim(new TextRange(line.Start + at + label.Length, line.Start + synchrony));
            break;
        }

        ReadOnlySpan<char> right = text.Slice(behind);
        // Blanks of any number can separate the words.
        bool requiresSession = right.IndexOf("Auth".AsSpan(), StringComparison.Ordinal) is var auth and >= 0
            ? CellText.Trim(right.Slice(auth + "Auth".Length)).StartsWith("Required".AsSpan(), StringComparison.Ordinal) && !CellText.Trim(right.Slice(0, auth)).EndsWith("No".AsSpan(), StringComparison.Ordinal)
            : right.IndexOf("需要认证".AsSpan(), StringComparison.Ordinal) is var needed and >= 0 && (needed == 0 || right[needed - 1] != '不');
        bool isChinese = text[synchrony] is '同' or '异';
        return new ExplorerHeader(method, page.Trim(new TextRange(line.Start + method.Length, line.Start + groupEnd)), since, requiresSession, isChinese);
    }

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (Characters.IsAsciiDigit(c))
                return true;
        }

        return false;
    }
}
