using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;
using ZStackGen.Facts.Commands;
using ZStackGen.Facts.Parity;

namespace ZStackGen.Facts.Tests;

/// <summary>The pages agree with the facts.</summary>
public sealed class ParityTests
{
    [Fact]
    public void Every_difference_between_pages_and_facts_has_a_reason()
    {
        Assert.SkipWhen(Repository.Facts is null, "The shared facts are absent; set ZSTACKGEN_SHARED to run this test.");
        ParityReport report = ParityCommand.Compare(Repository.Facts, Repository.Specs);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        report.Write(text);
        TestContext.Current.TestOutputHelper?.WriteLine(text.ToString());
        Assert.True(!report.Unexplained.Any(), text.ToString());
        Assert.True(report.Compared > 50_000, $"only {report.Compared} statements were compared");
    }
}
