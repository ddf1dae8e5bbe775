using System.Text.Json.Nodes;
using Xunit;
using ZStackGen.Explorer.Samples;

namespace ZStackGen.Explorer.Tests;

/// <summary>Secrets in the arguments of a sample.</summary>
public sealed class SecretArgumentsTests
{
    [Theory]
    [InlineData("""{"password":"x","name":"x"}""", """{"password":"the-password","name":"x"}""")]
    [InlineData("""{"host":{"sshPassword":"x","port":22},"keys":[{"privateKey":"x"},null,"x"]}""", """{"host":{"sshPassword":"the-password","port":22},"keys":[{"privateKey":"the-password"},null,"x"]}""")]
    [InlineData("""{"AccessKeySecret":"x","secretUuid":"x","withPassword":true}""", """{"AccessKeySecret":"the-password","secretUuid":"x","withPassword":true}""")]
    [InlineData("{}", "{}")]
    public void A_secret_is_replaced_at_any_depth_and_nothing_else_is(string arguments, string redacted)
    {
        var given = (JsonObject)JsonNode.Parse(arguments)!;
        Assert.Equal(redacted, SecretArguments.Redact(given).ToJsonString());
        // The request itself keeps its secrets.
        Assert.Equal(arguments, given.ToJsonString());
    }
}
