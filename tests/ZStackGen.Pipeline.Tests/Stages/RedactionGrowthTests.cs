using System;
using System.Linq;
using System.Text;
using Xunit;
using ZStack;

namespace ZStackGen.Pipeline.Tests.Stages;

/// <summary>The work of a redaction grows linearly with the text. A server knows the secrets that it receives, and determines the text of its errors.</summary>
public sealed class RedactionGrowthTests
{
    private const string Secret = "Corr3ct-Horse";

    // Quadratic growth takes 256 times as long, so the limit is safe in both directions.
    private const double MostTime = 60;

    /// <summary>The number of attempts: other processes may delay any run.</summary>
    private const int Attempts = 6;

    [Theory]
    [InlineData("plain")]
    [InlineData("Base64")]
    [InlineData("Base64 with separators")]
    public void Sixteen_times_a_text_full_of_a_secret_takes_linear_time(string form)
    {
        string unit = form == "plain" ? Secret : Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret + "!!"));
        string separator = form == "Base64 with separators" ? "\n" : "";
        double ratio = double.MaxValue;
        for (int attempt = 0; attempt < Attempts && ratio > MostTime; attempt++)
            ratio = Time(unit, separator, 12_000) / Time(unit, separator, 750);
        Assert.True(ratio <= MostTime, $"{form}: {ratio:F0} times the time");
    }

    [Fact]
    public void A_text_full_of_a_secret_is_redacted_completely()
    {
        string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret + "!!"));
        string text = string.Concat(Enumerable.Repeat(base64, 100)) + " end";
        Assert.Equal(new string('*', text.Length - 4) + " end", Redactor().Apply(text));
    }

    private static double Time(string unit, string separator, int count)
    {
        SecretRedactor redactor = Redactor();
        byte[] text = Encoding.UTF8.GetBytes(string.Join(separator, Enumerable.Repeat(unit, count)));
        TimeSpan start = ThreadClock.Now();
        redactor.Apply(text);
        return (ThreadClock.Now() - start).TotalMilliseconds;
    }

    private static SecretRedactor Redactor()
    {
        var redactor = new SecretRedactor();
        redactor.Add(Secret, lasting: true);
        return redactor;
    }
}
