using System.Reflection;
using System.Runtime.Versioning;
using Xunit;

namespace ZStack.Tests;

public class TargetFrameworkTests
{
    [Fact]
    public void These_tests_use_the_netstandard_build()
        => Assert.Equal(".NETStandard,Version=v2.0", typeof(ZStackClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
}
