using System.Reflection;
using System.Runtime.Versioning;
using Xunit;

namespace ZStack.Tests;

public class TargetFrameworkTests
{
    [Fact]
    public void It_is_the_netstandard_build_that_is_tested_here()
        => Assert.Equal(".NETStandard,Version=v2.0", typeof(ZStackClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
}
