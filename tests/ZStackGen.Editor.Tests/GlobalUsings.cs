global using Xunit;
global using ZStack;
global using ZStackGen.Generator;
