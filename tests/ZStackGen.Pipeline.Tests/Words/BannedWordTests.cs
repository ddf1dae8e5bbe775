using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ZStack.Tests.Words;

/// <summary>The documentation, the comments and the messages of the runtime, the generator, the simulator and the tool follow the .NET reference, with one term for each concept.</summary>
public class BannedWordTests
{
    // A pattern, and the replacement for its matches.
    private static readonly (Regex Pattern, string Instead)[] s_words =
    [
        (Words("answer(s|ed|ing)?"), "response, or respond"),
        (Words("moments?"), "timestamp, or time"),
        (Words("look(s|ed|ing)? at|a look"), "poll, read, or check"),
        (Words("mend(s|ed|ing)?"), "fix"),
        (Words("(?<![._])(resend(s|ing)?|resent)"), "retry"),
        (Words("blot(s|ted)?( out)?"), "redact"),
        (Words("who|whom|whoever|somebody|nobody|anybody"), "the noun, such as the caller"),
        (Words("(with|by|of|to|for|in|on|from) what"), "the noun"),
        (Words("(is|are) there already"), "is listed twice, or has been added"),
        (Words("heed(s|ed)?|heard|hears?"), "honor"),
        (Words("patience"), "polling interval, or back-off"),
        (Words("text with values"), "open enumeration"),
        (Words("more than nothing"), "must be greater than zero"),
        (Words("(can|cannot) be tried out"), "does not support dry runs"),
        (Words("hand(s|ed|ing)? out"), "return"),
        (Words("walk(s|ed|ing)?"), "enumerate, or page"),
        (Words("tongues?|goes by|begins? (its|one's) way"), "plain words"),
        (Words("bears?|stands(?! for)"), "contain, or is"),
        (Words("tells?|told"), "return, report, or state"),
        (Words("learnt|honour(s|ed)?|behaviours?|authoris(e|es|ed|ation)|cancelled|normalis(e|ed|ation)"), "the American spelling"),
    ];

    // The .NET reference starts with verbs: Gets, Initializes, Returns. A parameter starts with a noun: The …, A token to ….
    private static readonly (Regex Pattern, string Instead)[] s_openings =
    [
        (new("<(summary|returns|value)>(What|How|Why|Who|Whether|Makes|Takes|Names|Such as)\\b"), "Gets, Initializes, Returns, or A text such as"),
        (new("<param [^>]*>(What|How|Why|Who|Such as|Stops|Stands|Takes|Its)\\b"), "The …, or A token to cancel the operation"),
    ];

    [Theory]
    [InlineData("runtime/ZStackGen.Runtime", 150)]
    [InlineData("runtime/ZStackGen.Hosting", 10)]
    [InlineData("generator/ZStackGen.Specs", 150)]
    [InlineData("generator/ZStackGen.Generator", 40)]
    [InlineData("generator/ZStackGen.Simulator", 60)]
    [InlineData("generator/ZStackGen.Simulator.Sqlite", 1)]
    [InlineData("generator/ZStackGen.Explorer", 15)]
    [InlineData("generator/ZStackGen.Tool", 80)]
    public void A_project_uses_the_words_of_the_reference(string project, int leastFiles)
    {
        string folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../..", project));
        string[] files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"))];
        // Without sources the test would prove nothing.
        Assert.InRange(files.Length, leastFiles, int.MaxValue);
        string[] findings = [.. files.Order(StringComparer.Ordinal).SelectMany(f => Find(project + "/" + Path.GetRelativePath(folder, f), File.ReadAllText(f)))];
        Assert.True(findings.Length == 0, string.Join("\n", findings));
    }

    [Theory]
    [InlineData("/// <summary>Gets the answer.</summary>\nclass C;", "F.cs(1): 'answer'")]
    [InlineData("/// <summary>Whether it ended.</summary>\nclass C;", "F.cs(1): '<summary>Whether'")]
    [InlineData("class C\n{\n    // Nobody waits any more.\n}", "F.cs(3): 'Nobody'")]
    [InlineData("class C { string s = \"must be more than nothing\"; }", "F.cs(1): 'more than nothing'")]
    [InlineData("class C { string s = $\"{1} was answered with {2}\"; }", "F.cs(1): 'answered'")]
    [InlineData("#if NET8_0_OR_GREATER\nclass C;\n#else\n// Looks at the handler.\n#endif", "F.cs(4): 'Looks at'")]
    [InlineData("#pragma warning disable CA1031 // nobody's business\n", "F.cs(1): 'nobody'")]
    public void Banned_words_are_found_with_their_place(string source, string finding)
        => Assert.StartsWith(finding + ";", Assert.Single(Find("F.cs", source)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/// <summary>Gets <c>the answer</c>.</summary>\nclass C;")]
    [InlineData("/// <summary>Gets the number of retries, see <see cref=\"Answer\"/>.</summary>\nclass Answer;")]
    [InlineData("class C { string s = \"answer\"; }")]
    [InlineData("class C { string s = \"http.request.resend_count\"; }")]
    [InlineData("// A plus sign stands for a space. The caller understands it.\nclass C;")]
    public void Names_and_ordinary_words_are_not_banned(string source) => Assert.Empty(Find("F.cs", source));

    private static string[] Find(string file, string source)
        => [.. new string[][] { [], ["NET8_0_OR_GREATER", "NET"] }.SelectMany(symbols => Find(file, source, symbols)).Distinct()];

    // Without documentation mode, each line of XML documentation is a comment of its own.
    private static IEnumerable<string> Find(string file, string source, string[] symbols)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: symbols));
        SyntaxNode root = tree.GetRoot();
        foreach (SyntaxTrivia comment in root.DescendantTrivia(descendIntoTrivia: true).Where(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)))
        {
            string text = comment.ToString();
            foreach (string finding in Matches(text, text.StartsWith("///", StringComparison.Ordinal)))
                yield return Place(file, tree, comment.Span) + finding;
        }

        // A string without a space is an identifier, not a message.
        foreach (SyntaxToken token in root.DescendantTokens().Where(static t => IsText(t.Kind()) && t.ValueText.Contains(' ')))
            foreach (string finding in Matches(token.ValueText, false))
                yield return Place(file, tree, token.Span) + finding;
    }

    private static IEnumerable<string> Matches(string text, bool isDocumentation)
    {
        if (isDocumentation)
        {
            foreach ((Regex pattern, string instead) in s_openings)
                foreach (Match match in pattern.Matches(text))
                    yield return "'" + match.Value + "'; write: " + instead;
            text = Regex.Replace(text, "<c>[^<]*</c>|<[^>]*>", " ");
        }

        foreach ((Regex pattern, string instead) in s_words)
            foreach (Match match in pattern.Matches(text))
                yield return "'" + match.Value + "'; write: " + instead;
    }

    private static bool IsText(SyntaxKind kind)
        => kind is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    private static string Place(string file, SyntaxTree tree, Microsoft.CodeAnalysis.Text.TextSpan span)
        => file + "(" + (tree.GetLineSpan(span).StartLinePosition.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + "): ";

    private static Regex Words(string pattern) => new("\\b(" + pattern + ")\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
